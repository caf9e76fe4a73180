using System.Text.Json;
using Archera.Sandbox.Aws.Machines;
using Archera.SandboxTests.Ec2;
using Microsoft.Extensions.Time.Testing;

namespace Archera.SandboxTests.Control;

public sealed class MachineControlTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Does_to_a_machine_what_a_customer_would_and_tells_the_truth_of_it()
    {
        var time = new FakeTimeProvider(Start);
        await using var sandbox = await Ec2Calls.StartAsync(time, perAccount: 0);

        var launched = await DoAsync(sandbox, """ "action":"launch","instanceType":"m5.large" """);
        var id = launched.Json.GetProperty("instanceId").GetString();
        time.Advance(TimeSpan.FromMinutes(90));
        await DoAsync(sandbox, $""" "action":"stop","instanceId":"{id}","at":"2026-11-20T08:10:00Z" """);
        await DoAsync(sandbox, $""" "action":"start","instanceId":"{id}","at":"2026-11-20T08:20:30Z" """);
        var truth = await TruthAsync(sandbox, "2026-11-20", "2026-11-21");
        var cut = await TruthAsync(sandbox, "2026-11-20T08:05:00Z", "2026-11-20T09:00:00Z");
        var later = await TruthAsync(sandbox, "2026-11-21", "2026-11-22");

        launched.Json.GetProperty("at").GetString().ShouldBe("2026-11-20T08:00:00Z");
        truth.Single().GetRawText().ShouldBe(Row(
            id, """{"from":"2026-11-20T08:00:00Z","to":"2026-11-20T08:10:00Z"}""",
            """{"from":"2026-11-20T08:20:30Z","to":"2026-11-20T09:30:00Z"}"""));
        cut.Single().GetRawText().ShouldBe(Row(
            id, """{"from":"2026-11-20T08:05:00Z","to":"2026-11-20T08:10:00Z"}""",
            """{"from":"2026-11-20T08:20:30Z","to":"2026-11-20T09:00:00Z"}"""));
        later.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(""" "action":"reboot","instanceId":"i-1" """, "action")]
    [InlineData(""" "action":"stop" """, "instanceId")]
    [InlineData(""" "action":"launch","instanceId":"i-1" """, "instanceId")]
    [InlineData(""" "action":"stop","instanceId":"i-0123456789abcdef0" """, "action")]
    [InlineData(""" "action":"launch","at":"yesterday" """, "at")]
    [InlineData(""" "action":"launch","colour":"red" """, "colour")]
    public async Task Names_the_field_that_is_wrong(string fields, string field)
    {
        await using var sandbox = await Ec2Calls.StartAsync(perAccount: 0);

        var answer = await DoAsync(sandbox, fields);

        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(field);
    }

    [Fact]
    public async Task Does_nothing_that_the_machines_state_does_not_allow()
    {
        await using var sandbox = await Ec2Calls.StartAsync(new FakeTimeProvider(Start), perAccount: 0);
        var id = Change(MachineAction.Launch, 0);

        Refused(MachineAction.Start, 1, "is up at that time");
        Refused(MachineAction.Stop, -1, "after the launch");
        Change(MachineAction.Stop, 5, id);
        Refused(MachineAction.Stop, 6, "is stopped at that time");
        Refused(MachineAction.Start, 4, "after what was done last");
        Change(MachineAction.Terminate, 7, id);
        Refused(MachineAction.Start, 8, "is terminated by then");

        string Change(MachineAction action, int minute, string instanceId = "") => sandbox.Aws.Change(
            new MachineChange(TinyWorld.Payer, "eu-west-1", instanceId, action, Start.AddMinutes(minute)));

        void Refused(MachineAction action, int minute, string words) => Should.Throw<ArgumentException>(
            () => Change(action, minute, id)).Message.ShouldContain(words);
    }

    [Fact]
    public async Task Takes_a_machine_of_the_world_out_of_its_habit()
    {
        var time = Ec2Calls.Night();
        await using var sandbox = await Ec2Calls.StartAsync(time);
        var machines = sandbox.Aws.World.Machines;
        var now = time.GetUtcNow();
        var machine = machines.Between(TinyWorld.Payer, null, now, now.AddDays(1))
            .First(each => each.IsUp(now) && each.AutoScalingGroup is not null && each.Terminated < now.AddDays(1));
        var before = machine.Up(now.AddDays(-1), now).ToList();

        sandbox.Aws.Change(new MachineChange(
            machine.Account, machine.Region, machine.InstanceId, MachineAction.Stop, now));
        var changed = machines.Find(machine.Account, machine.InstanceId)!;

        changed.Up(now.AddDays(-1), now.AddDays(9)).ShouldBe([new UpSpan(before[0].From, now, StopCause.User)]);
        changed.Terminated.ShouldBeNull();
        machines.Between(TinyWorld.Payer, machine.Region, now, now.AddDays(9))
            .Count(each => each.InstanceId == machine.InstanceId).ShouldBe(1);
    }

    [Fact]
    public async Task Keeps_machines_and_regions_over_a_restart()
    {
        var directory = Directory.CreateTempSubdirectory("archera-machines");
        try
        {
            string before;
            await using (var sandbox = await OpenAsync())
            {
                var id = sandbox.Aws.Change(At(MachineAction.Launch, 0));
                sandbox.Aws.Change(At(MachineAction.Stop, 30, id));
                sandbox.Aws.Regions.Put(TinyWorld.Payer, "eu-south-1", isEnabled: true);
                before = string.Join('\n', await TruthAsync(sandbox, "2026-11-20", "2026-11-21"));
            }

            await using var again = await OpenAsync();

            string.Join('\n', await TruthAsync(again, "2026-11-20", "2026-11-21")).ShouldBe(before);
            again.Aws.Regions.IsEnabled(TinyWorld.Payer, "eu-south-1").ShouldBeTrue();
            again.Aws.Change(At(MachineAction.Launch, 0)).ShouldNotBe(before);
        }
        finally
        {
            directory.Delete(recursive: true);
        }

        Task<Sandbox> OpenAsync() => Sandbox.StartAsync(options => options with
        {
            TimeProvider = new FakeTimeProvider(Start.AddHours(2)),
            DataDirectory = directory.FullName,
        });

        static MachineChange At(MachineAction action, int minute, string id = "") =>
            new(TinyWorld.Payer, "eu-west-1", id, action, Start.AddMinutes(minute));
    }

    [Fact]
    public async Task Switches_regions_on_and_off_that_can_be()
    {
        await using var sandbox = await Ec2Calls.StartAsync(perAccount: 0);

        var on = await sandbox.ControlAsync(HttpMethod.Put, "regions", Region("eu-south-1", "true"));
        var always = await sandbox.ControlAsync(HttpMethod.Put, "regions", Region("us-east-1", "false"));
        var wrong = await sandbox.ControlAsync(HttpMethod.Put, "regions", Region("eu-south-2", "\"yes\""));

        on.Status.ShouldBe(200);
        sandbox.Aws.Regions.IsEnabled(TinyWorld.Payer, "eu-south-1").ShouldBeTrue();
        (always.Status, wrong.Status).ShouldBe((400, 400));

        static string Region(string region, string enabled) =>
            $$"""{"account":"{{TinyWorld.Payer}}","region":"{{region}}","enabled":{{enabled}}}""";
    }

    private static Task<RawAnswer> DoAsync(Sandbox sandbox, string fields) => sandbox.ControlAsync(
        HttpMethod.Post, "machines", $$"""{"account":"{{TinyWorld.Payer}}","region":"eu-west-1",{{fields}}}""");

    private static async Task<List<JsonElement>> TruthAsync(Sandbox sandbox, string start, string end)
    {
        var answer = await sandbox.ControlAsync(
            HttpMethod.Get, $"truth/machines?account={TinyWorld.Payer}&start={start}&end={end}");
        answer.Status.ShouldBe(200, answer.Body);
        return [.. answer.Json.GetProperty("rows").EnumerateArray()];
    }

    private static string Row(string? id, params string[] up) =>
        $$"""{"account":"{{TinyWorld.Payer}}","region":"eu-west-1","instanceId":"{{id}}","instanceType":"m5.large","""
        + $$""" "launched":"2026-11-20T08:00:00Z","terminated":null,"up":[{{string.Join(',', up)}}]}""".TrimStart();
}
