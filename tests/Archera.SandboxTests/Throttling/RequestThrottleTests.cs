using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Throttling;
using Microsoft.Extensions.Time.Testing;

namespace Archera.SandboxTests.Throttling;

public sealed class RequestThrottleTests
{
    private const string Describe = "AWSOrganizationsV20161128.DescribeOrganization";
    private const string List = "AWSOrganizationsV20161128.ListAccounts";

    [Fact]
    public async Task Counts_each_API_of_an_account_on_its_own()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var sandbox = await Sandbox.StartAsync(options => options with { TimeProvider = time });
        sandbox.PutRole();
        var keys = await sandbox.SessionKeysAsync();

        for (var call = 0; call < ServiceQuota.Organizations.Burst; call++)
            (await sandbox.CallAsync(keys, Describe)).Status.ShouldBe(200);
        var throttled = await sandbox.CallAsync(keys, Describe);

        (throttled.Status, throttled.ErrorCode).ShouldBe((400, "TooManyRequestsException"));
        (await sandbox.CallAsync(keys, List)).Status.ShouldBe(200);
        time.Advance(TimeSpan.FromSeconds(1));
        (await sandbox.CallAsync(keys, Describe)).Status.ShouldBe(200);
        sandbox.Aws.Calls.Rows().Single(row => row.Operation == "DescribeOrganization").Throttled.ShouldBe(1);
    }

    [Fact]
    public async Task Fills_again_after_AWSs_clock_was_ahead_for_a_while()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var sandbox = await Sandbox.StartAsync(options => options with { TimeProvider = time });
        sandbox.PutRole();
        var keys = await sandbox.SessionKeysAsync();
        sandbox.Aws.Faults.Replace([new Fault(FaultKind.ClockSkew, 1, Milliseconds: 240_000)]);
        for (var call = 0; call < ServiceQuota.Organizations.Burst; call++)
            (await sandbox.CallAsync(keys, Describe)).Status.ShouldBe(200);

        sandbox.Aws.Faults.Replace([]);
        time.Advance(TimeSpan.FromSeconds(1));

        (await sandbox.CallAsync(keys, Describe)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Refuses_with_the_code_of_each_service()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        var keys = await sandbox.SessionKeysAsync();
        sandbox.Aws.Faults.Replace([new Fault(FaultKind.Throttle, 1)]);

        var sts = await sandbox.RefusedAsync();
        var costs = await sandbox.CallAsync(keys, "AWSInsightsIndexService.GetCostAndUsage");

        (sts.ErrorCode, sts.Message, (int)sts.StatusCode).ShouldBe(("Throttling", "Rate exceeded", 400));
        costs.ErrorCode.ShouldBeOneOf("LimitExceededException", "ThrottlingException");
    }

    [Fact]
    public async Task Throttles_the_share_asked_for_of_every_20_calls()
    {
        await using var sandbox = await Sandbox.StartAsync(options => options with { ThrottleShare = 0.3m });
        sandbox.PutRole();

        var refused = 0;
        for (var call = 0; call < 40; call++)
            refused += (await sandbox.QueryAsync(sandbox.VendorKeys, Sandbox.Form("ExternalId=" + Sandbox.ExternalId)))
                .Status == 400 ? 1 : 0;

        refused.ShouldBe(12);
        var row = sandbox.Aws.Calls.Rows().ShouldHaveSingleItem();
        (row.Account, row.Sent, row.Succeeded, row.Throttled, row.Failed).ShouldBe((TinyWorld.Payer, 40, 28, 12, 0));
    }
}
