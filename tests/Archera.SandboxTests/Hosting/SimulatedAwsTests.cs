using Archera.Sandbox.Aws.Hosting;

namespace Archera.SandboxTests.Hosting;

public sealed class SimulatedAwsTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("archera-aws-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Goes_on_where_it_stopped_even_after_a_torn_last_line()
    {
        await using (var first = await Sandbox.StartAsync(InDirectory))
        {
            first.PutRole();
            var keys = await first.SessionKeysAsync();
            await first.CallAsync(keys, "AWSInsightsIndexService.GetCostAndUsage", """
                {"TimePeriod":{"Start":"2026-10-01","End":"2026-10-02"},
                "Granularity":"DAILY","Metrics":["UnblendedCost"]}
                """);
            first.Aws.Clock.MoveTo(first.Aws.Clock.Today.AddDays(3)).ShouldBeTrue();
            first.Aws.Clock.MoveOn(hours: 5);
            await first.ControlAsync(HttpMethod.Post, "restatements", $$"""
                {"payer":"{{TinyWorld.Payer}}","day":"2026-10-05","service":"S",
                "linkedAccount":"{{TinyWorld.Payer}}","amount":2}
                """);
        }

        foreach (var file in Directory.GetFiles(_directory))
            await File.AppendAllTextAsync(file, """{"roleArn":"arn:aws:ia""", TestContext.Current.CancellationToken);
        await using var second = await Sandbox.StartAsync(InDirectory);

        (await second.AssumeAsync()).Credentials.ShouldNotBeNull();
        second.Aws.Bill.Rows().ShouldHaveSingleItem().Usd.ShouldBe(0.01m);
        second.Aws.Trail.Events(TinyWorld.Payer).Count.ShouldBe(3);
        second.Aws.Clock.Offset.ShouldBe(new TimeSpan(3, 5, 0, 0));
        second.Aws.World.Restatements.ShouldHaveSingleItem().Amount.ShouldBe(2);
        second.Aws.Calls.Rows().ShouldHaveSingleItem().Sent.ShouldBe(1);
    }

    [Fact]
    public async Task Keeps_a_roles_unique_id_and_forgets_a_deleted_one_over_restarts()
    {
        string id;
        await using (var first = await Sandbox.StartAsync(InDirectory))
        {
            first.PutRole();
            first.PutRole($"arn:aws:iam::{TinyWorld.Payer}:role/Gone");
            first.Aws.Roles.Delete($"arn:aws:iam::{TinyWorld.Payer}:role/Gone");
            id = first.Aws.Roles.Find(Sandbox.RoleArn)!.Id;
        }

        await using var second = await Sandbox.StartAsync(InDirectory);

        second.Aws.Roles.All().ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    [Fact]
    public async Task Locks_its_folder_and_lets_go_of_one_that_it_can_not_read()
    {
        await using (await Sandbox.StartAsync(InDirectory))
        {
            var refusal = await Should.ThrowAsync<IOException>(() => Sandbox.StartAsync(InDirectory));
            refusal.Message.ShouldBe(
                $"{_directory} is in use by another simulated AWS. End that one, or give another folder.");
        }

        var roles = Path.Combine(_directory, "roles.jsonl");
        await File.WriteAllTextAsync(roles, "nonsense\n", TestContext.Current.CancellationToken);
        await Should.ThrowAsync<InvalidDataException>(() => Sandbox.StartAsync(InDirectory));
        File.Delete(roles);
        await using var second = await Sandbox.StartAsync(InDirectory);

        second.Aws.Roles.All().ShouldBeEmpty();
    }

    [Fact]
    public async Task Reads_roles_that_an_earlier_version_kept_with_one_policy()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_directory, "roles.jsonl"),
            $$$"""
            {"roleArn":"{{{Sandbox.RoleArn}}}","id":"AROAEXAMPLE","trustPolicy":"{\"Statement\":{\"Effect\":\"Allow\",
            \"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}}","permissionPolicy":"{\"Statement\":
            {\"Effect\":\"Allow\",\"Action\":\"ce:*\",\"Resource\":\"*\"}}","maxSessionSeconds":3600,
            "trustedRoleIds":{} }
            """.ReplaceLineEndings("") + "\n",
            TestContext.Current.CancellationToken);

        await using var sandbox = await Sandbox.StartAsync(InDirectory);

        (await sandbox.AssumeAsync()).AssumedRoleUser.AssumedRoleId.ShouldBe("AROAEXAMPLE:test");
        sandbox.Aws.Roles.All().ShouldHaveSingleItem().Policies.Keys.ShouldBe(["Permissions"]);
    }

    [Fact]
    public async Task Never_starts_on_an_earlier_day_than_before()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await using (await Sandbox.StartAsync(options => InDirectory(options) with { Today = today.AddDays(9) }))
        {
        }

        await using var second = await Sandbox.StartAsync(options => InDirectory(options) with { Today = today });

        second.Aws.Clock.Offset.ShouldBe(TimeSpan.FromDays(9));
    }

    [Fact]
    public async Task Says_in_one_line_that_a_port_is_taken()
    {
        await using var first = await Sandbox.StartAsync();

        var refusal = await Should.ThrowAsync<PortTakenException>(
            () => Sandbox.StartAsync(options => options with { Port = first.Aws.Endpoint.Port }));

        refusal.Message.ShouldStartWith($"Port {first.Aws.Endpoint.Port} is already in use.");
        refusal.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task Has_the_same_users_for_the_same_seed_and_others_for_another()
    {
        await using var one = await Sandbox.StartAsync();
        await using var same = await Sandbox.StartAsync();
        await using var other = await Sandbox.StartAsync(options => options with { Seed = 2 });

        one.Aws.Vendor.ShouldBe(same.Aws.Vendor);
        one.Aws.Vendor.AccessKeyId.ShouldNotBe(other.Aws.Vendor.AccessKeyId);
        one.Aws.Vendor.UserArn.ShouldMatch("^arn:aws:iam::[0-9]{12}:user/archera$");
        one.Aws.Vendor.ToString().ShouldNotContain(one.Aws.Vendor.SecretAccessKey);
        one.Aws.Users.Witness.ShouldBe(same.Aws.Users.Witness);
        one.Aws.Users.Colleague.ShouldBe(same.Aws.Users.Colleague);
        one.Aws.Users.Colleague.AccountId.ShouldBe(one.Aws.Vendor.AccountId);
        one.Aws.Users.Witness.AccountId.ShouldNotBe(one.Aws.Vendor.AccountId);
    }

    private SimulatedAwsOptions InDirectory(SimulatedAwsOptions options) => options with { DataDirectory = _directory };
}
