using Archera.Sandbox.Aws.Faults;
using Microsoft.Extensions.Time.Testing;

namespace Archera.SandboxTests.Ec2;

public sealed class Ec2RefusalTests
{
    private const string OptIn = "eu-south-1";
    private const string Role = "arn:aws:iam::111100000001:role/Archera";

    private static readonly string Member = TinyWorld.Member(1);

    [Fact]
    public async Task Knows_no_keys_in_a_region_that_the_account_has_not_switched_on()
    {
        await using var sandbox = await Ec2Calls.StartAsync(perAccount: 0);

        var off = await sandbox.Ec2Async("Action=DescribeInstances", region: OptIn);
        sandbox.Aws.Regions.Put(TinyWorld.Payer, OptIn, isEnabled: true);
        var on = await sandbox.Ec2Async("Action=DescribeInstances", region: OptIn);
        sandbox.Aws.Regions.Put(TinyWorld.Payer, OptIn, isEnabled: false);
        var offAgain = await sandbox.Ec2Async("Action=DescribeInstances", region: OptIn);

        (off.Status, off.ErrorCode, off.ErrorMessage).ShouldBe(
            (401, "AuthFailure", "AWS was not able to validate the provided access credentials"));
        on.Instances().ShouldBeEmpty();
        offAgain.ErrorCode.ShouldBe("AuthFailure");
    }

    [Fact]
    public async Task Says_that_a_control_policy_refused_the_region()
    {
        await using var sandbox = await Ec2Calls.StartAsync(perAccount: 0);
        sandbox.Aws.ControlPolicies.Put(Member, """
            {"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*",
            "Condition":{"StringNotEquals":{"aws:RequestedRegion":"us-east-1"}}}}
            """);

        var here = await sandbox.Ec2Async("Action=DescribeInstances", account: Member);
        var there = await sandbox.Ec2Async("Action=DescribeInstances", account: Member, region: "eu-west-3");

        here.Status.ShouldBe(200);
        (there.Status, there.ErrorCode).ShouldBe((403, "UnauthorizedOperation"));
        there.ErrorMessage.ShouldStartWith(
            $"You are not authorized to perform this operation. User: arn:aws:iam::{Member}:user/");
        there.ErrorMessage.ShouldEndWith(
            "is not authorized to perform: ec2:DescribeInstances with an explicit deny in a service control policy");
        sandbox.Aws.Trail.Events(Member)[^1].GetProperty("errorCode").GetString()
            .ShouldBe("Client.UnauthorizedOperation");
    }

    [Fact]
    public async Task Says_which_action_is_missing_before_it_looks_at_the_parameters()
    {
        await using var sandbox = await Ec2Calls.StartAsync(perAccount: 0);
        sandbox.PutRole();
        var keys = await sandbox.SessionKeysAsync();

        foreach (var action in new[] { "DescribeInstances", "DescribeRegions" })
        {
            var answer = await sandbox.Ec2Async($"Action={action}&Filter.1.Name=colour", keys: keys);

            (answer.Status, answer.ErrorCode).ShouldBe((403, "UnauthorizedOperation"));
            answer.ErrorMessage.ShouldEndWith($"because no identity-based policy allows the ec2:{action} action");
        }
    }

    [Fact]
    public async Task Says_that_an_expired_session_is_an_expired_request()
    {
        await using var sandbox = await Ec2Calls.StartAsync(perAccount: 0);
        sandbox.PutRole();
        var keys = await sandbox.SessionKeysAsync();
        sandbox.Aws.Sessions.Expire();

        var answer = await sandbox.Ec2Async("Action=DescribeInstances", keys: keys);

        (answer.Status, answer.ErrorCode, answer.ErrorMessage).ShouldBe(
            (400, "RequestExpired", "Request has expired."));
    }

    [Fact]
    public async Task Says_that_an_account_is_not_subscribed_while_that_fault_is_on()
    {
        await using var sandbox = await Ec2Calls.StartAsync(perAccount: 0);
        sandbox.Aws.Faults.Replace([new Fault(FaultKind.NotSubscribed, 1, Account: Member)]);

        var refused = await sandbox.Ec2Async("Action=DescribeInstances", account: Member);
        var other = await sandbox.Ec2Async("Action=DescribeInstances");

        (refused.Status, refused.ErrorCode, refused.ErrorMessage).ShouldBe((
            401, "OptInRequired",
            "You are not subscribed to this service. Please go to http://aws.amazon.com to subscribe."));
        other.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Throttles_whoever_asks_for_everything_at_once_sooner_than_others()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero));
        await using var sandbox = await Ec2Calls.StartAsync(time, perAccount: 0);

        var whole = await AdmittedAsync("Action=DescribeInstances", 60);
        var paged = await AdmittedAsync("Action=DescribeInstances&MaxResults=5", 110);
        var regions = await AdmittedAsync("Action=DescribeRegions", 110);
        var elsewhere = await sandbox.Ec2Async("Action=DescribeInstances", region: "eu-west-1");
        time.Advance(TimeSpan.FromSeconds(1));
        var refilled = await AdmittedAsync("Action=DescribeInstances", 20);
        var refused = await sandbox.Ec2Async("Action=DescribeInstances");

        (whole, paged, regions, refilled).ShouldBe((50, 100, 100, 10));
        elsewhere.Status.ShouldBe(200);
        (refused.Status, refused.ErrorCode, refused.ErrorMessage).ShouldBe(
            (503, "RequestLimitExceeded", "Request limit exceeded."));

        async Task<int> AdmittedAsync(string form, int calls)
        {
            var admitted = 0;
            for (var call = 0; call < calls; call++)
                admitted += (await sandbox.Ec2Async(form)).Status == 200 ? 1 : 0;
            return admitted;
        }
    }

    [Fact]
    public async Task Tells_a_dry_run_only_whether_it_would_be_allowed()
    {
        await using var sandbox = await Ec2Calls.StartAsync(perAccount: 0);

        var answer = await sandbox.Ec2Async("Action=DescribeInstances&DryRun=true&InstanceId.1=i-xyz");

        (answer.Status, answer.ErrorCode).ShouldBe((412, "DryRunOperation"));
    }

    [Fact]
    public async Task Gives_no_session_where_the_roles_account_has_the_region_switched_off()
    {
        await using var sandbox = await Ec2Calls.StartAsync(perAccount: 0);
        sandbox.PutRole(Role);
        var form = "Action=AssumeRole&Version=2011-06-15&RoleSessionName=test&RoleArn=" + Uri.EscapeDataString(Role)
            + "&ExternalId=" + Sandbox.ExternalId;

        var off = await sandbox.QueryAsync(sandbox.VendorKeys, form, request => request.Region = OptIn);
        sandbox.Aws.Regions.Put(Member, OptIn, isEnabled: true);
        var on = await sandbox.QueryAsync(sandbox.VendorKeys, form, request => request.Region = OptIn);

        (off.Status, off.ErrorCode).ShouldBe((403, "RegionDisabledException"));
        off.ErrorMessage.ShouldStartWith($"STS is not activated in this region for account:{Member}.");
        on.Status.ShouldBe(200, on.Body);
    }
}
