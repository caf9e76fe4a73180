using System.Globalization;
using System.Xml.Linq;
using Archera.Sandbox.Aws.Machines;
using Microsoft.Extensions.Time.Testing;

namespace Archera.SandboxTests.Ec2;

public sealed class MachineStateTests : IAsyncLifetime
{
    private const string Region = "eu-west-1";
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private Sandbox _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await Ec2Calls.StartAsync(_time, perAccount: 0);

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Goes_through_AWSs_states_with_the_moment_of_each_user_action()
    {
        var id = Do(MachineAction.Launch);
        await ToldAsync("pending", "2026-11-20T08:00:00.000Z", "", null);
        _time.Advance(TimeSpan.FromSeconds(62));
        await ToldAsync("running", "2026-11-20T08:00:00.000Z", "", null);
        Do(MachineAction.Stop, id);
        await ToldAsync(
            "stopping", "2026-11-20T08:00:00.000Z", "User initiated (2026-11-20 08:01:02 GMT)",
            "Client.UserInitiatedShutdown");
        _time.Advance(TimeSpan.FromMinutes(5));
        await ToldAsync(
            "stopped", "2026-11-20T08:00:00.000Z", "User initiated (2026-11-20 08:01:02 GMT)",
            "Client.UserInitiatedShutdown");
        Do(MachineAction.Start, id);
        _time.Advance(TimeSpan.FromMinutes(1));
        await ToldAsync("running", "2026-11-20T08:06:02.000Z", "", null);
        Do(MachineAction.Terminate, id);
        await ToldAsync(
            "shutting-down", "2026-11-20T08:06:02.000Z", "User initiated (2026-11-20 08:07:02 GMT)",
            "Client.UserInitiatedShutdown");
        _time.Advance(TimeSpan.FromMinutes(49));
        await ToldAsync(
            "terminated", "2026-11-20T08:06:02.000Z", "User initiated (2026-11-20 08:07:02 GMT)",
            "Client.UserInitiatedShutdown");

        _time.Advance(TimeSpan.FromMinutes(17));
        (await InstancesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_what_was_done_in_the_past_as_AWS_would_tell_it_now()
    {
        var id = Do(MachineAction.Launch, at: Start.AddHours(-3));
        Do(MachineAction.Stop, id, Start.AddMinutes(-50));
        Do(MachineAction.Start, id, Start.AddMinutes(-38).AddSeconds(7));

        await ToldAsync("running", "2026-11-20T07:22:07.000Z", "", null);
    }

    [Fact]
    public async Task Moves_with_the_billing_clock_by_whole_days()
    {
        var id = Do(MachineAction.Launch);
        Do(MachineAction.Stop, id, Start.AddDays(3).AddMinutes(-10));

        _sandbox.Aws.Clock.MoveTo(new DateOnly(2026, 11, 22));
        await ToldAsync("running", "2026-11-20T08:00:00.000Z", "", null);
        _sandbox.Aws.Clock.MoveTo(new DateOnly(2026, 11, 23));
        await ToldAsync(
            "stopped", "2026-11-20T08:00:00.000Z", "User initiated (2026-11-23 07:50:00 GMT)",
            "Client.UserInitiatedShutdown");
    }

    [Fact]
    public async Task Is_gone_through_hour_by_hour_while_signatures_stay_on_real_time()
    {
        var id = Do(MachineAction.Launch);
        Do(MachineAction.Stop, id, Start.AddHours(30).AddMinutes(-1));

        for (var hour = 1; hour < 30; hour++)
        {
            var moved = await _sandbox.ControlAsync(HttpMethod.Post, "clock", """{"hours":1}""");
            moved.Json.GetProperty("now").GetString().ShouldBe(
                Start.AddHours(hour).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            await ToldAsync("running", "2026-11-20T08:00:00.000Z", "", null);
        }

        await _sandbox.ControlAsync(HttpMethod.Post, "clock", """{"hours":1}""");
        await ToldAsync(
            "stopped", "2026-11-20T08:00:00.000Z", "User initiated (2026-11-21 13:59:00 GMT)",
            "Client.UserInitiatedShutdown");
        _sandbox.Aws.Clock.Today.ShouldBe(new DateOnly(2026, 11, 21));
        _sandbox.Aws.Trail.Events(TinyWorld.Payer)[^1].GetProperty("eventTime").GetString()
            .ShouldBe("2026-11-20T08:00:00Z");
    }

    [Theory]
    [InlineData("""{"hours":0}""", "hours")]
    [InlineData("""{"hours":1,"today":"2026-11-21"}""", "hours")]
    [InlineData("{}", "today")]
    public async Task Moves_by_days_or_by_hours(string body, string field)
    {
        var answer = await _sandbox.ControlAsync(HttpMethod.Post, "clock", body);

        answer.Json.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(field);
        _sandbox.Aws.Clock.Now.ShouldBe(Start);
    }

    private string Do(MachineAction action, string id = "", DateTimeOffset? at = null) => _sandbox.Aws.Change(
        new MachineChange(TinyWorld.Payer, Region, id, action, at ?? _time.GetUtcNow()));

    private async Task<IReadOnlyList<XElement>> InstancesAsync() =>
        (await _sandbox.Ec2Async("Action=DescribeInstances", region: Region)).Instances();

    private async Task ToldAsync(string state, string launchTime, string reason, string? code)
    {
        var told = (await InstancesAsync()).Single();
        (told.Text("instanceState", "name"), told.Text("launchTime"), told.Text("reason"),
            told.Text("stateReason", "code")).ShouldBe((state, launchTime, reason, code));
    }
}
