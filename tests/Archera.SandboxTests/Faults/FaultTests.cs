using System.Text.Json;
using Archera.Sandbox.Aws.Faults;

namespace Archera.SandboxTests.Faults;

public sealed class FaultTests
{
    private const string Costs = "AWSInsightsIndexService.GetCostAndUsage";

    private const string LastMonth = """
        {"TimePeriod":{"Start":"2026-10-01","End":"2026-11-01"},"Granularity":"MONTHLY","Metrics":["UnblendedCost"]}
        """;

    [Theory]
    [InlineData(FaultKind.Throttle)]
    [InlineData(FaultKind.Error500)]
    [InlineData(FaultKind.Reset)]
    [InlineData(FaultKind.Truncate)]
    [InlineData(FaultKind.Html200)]
    public async Task Costs_nothing_and_is_counted_as_no_success(FaultKind kind)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var keys = await ReadyAsync(sandbox, kind);

        try
        {
            await sandbox.CallAsync(keys, Costs, LastMonth);
        }
        catch (HttpRequestException) when (kind == FaultKind.Reset)
        {
        }

        sandbox.Aws.Bill.Rows().ShouldBeEmpty();
        var row = sandbox.Aws.Calls.Rows().Single(row => row.Service == "ce");
        (row.Sent, row.Succeeded, row.Throttled + row.Failed).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task Truncate_is_a_complete_HTTP_answer_with_half_a_document()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var keys = await ReadyAsync(sandbox, FaultKind.Truncate);

        var answer = await sandbox.CallAsync(keys, Costs, LastMonth);

        answer.Status.ShouldBe(200);
        Should.Throw<JsonException>(() => answer.Json);
    }

    [Fact]
    public async Task Reset_cuts_the_body_after_the_head_has_come()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var keys = await ReadyAsync(sandbox, FaultKind.Reset);

        await Should.ThrowAsync<HttpRequestException>(() => sandbox.CallAsync(keys, Costs, LastMonth));
    }

    [Fact]
    public async Task Html200_is_not_AWSs_answer_in_any_respect()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var keys = await ReadyAsync(sandbox, FaultKind.Html200);

        var answer = await sandbox.CallAsync(keys, Costs, LastMonth);

        (answer.Status, answer.ContentType, answer.RequestId).ShouldBe((200, "text/html; charset=utf-8", null));
    }

    [Fact]
    public async Task Error500_has_the_shape_of_the_service()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var keys = await ReadyAsync(sandbox, FaultKind.Error500);

        var costs = await sandbox.CallAsync(keys, Costs, LastMonth);
        var sts = await sandbox.RefusedAsync();

        (costs.Status, costs.ErrorCode).ShouldBe((500, "InternalServerException"));
        ((int)sts.StatusCode, sts.ErrorCode, sts.ErrorType.ToString()).ShouldBe((500, "InternalFailure", "Receiver"));
    }

    [Fact]
    public async Task StaleTrust_decides_by_the_trust_before_the_last_change()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        sandbox.Aws.Faults.Replace([new Fault(FaultKind.StaleTrust, 1)]);

        var unseen = await sandbox.RefusedAsync();
        sandbox.PutRole(trust: sandbox.Trust("another-id"));
        sandbox.PutRole(trust: sandbox.Trust("another-id"), permission: Sandbox.AllowReads);
        var former = await sandbox.AssumeAsync();
        sandbox.Aws.Faults.Replace([]);
        var settled = await sandbox.RefusedAsync();

        unseen.ErrorCode.ShouldBe("AccessDenied");
        former.Credentials.ShouldNotBeNull();
        settled.ErrorCode.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task ClockSkew_moves_the_date_header_and_the_window_together()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Aws.Faults.Replace([new Fault(FaultKind.ClockSkew, 1, Milliseconds: 600_000)]);
        var request = "Action=GetCallerIdentity&Version=2011-06-15";

        var honest = await sandbox.QueryAsync(sandbox.VendorKeys, request);
        var adjusted = await sandbox.QueryAsync(sandbox.VendorKeys, request, signed => signed.At = honest.Date!.Value);

        honest.ErrorMessage.ShouldStartWith("Signature expired: ");
        honest.Date!.Value.ShouldBe(TimeProvider.System.GetUtcNow().AddMinutes(10), TimeSpan.FromSeconds(30));
        adjusted.Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(FaultKind.Latency)]
    [InlineData(FaultKind.SlowBody)]
    public async Task Slow_answers_are_whole_ones(FaultKind kind)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var keys = await ReadyAsync(sandbox, kind, milliseconds: 1);

        var answer = await sandbox.CallAsync(keys, Costs, LastMonth);

        answer.Json.GetProperty("ResultsByTime").GetArrayLength().ShouldBe(1);
        sandbox.Aws.Bill.Rows().ShouldHaveSingleItem().Usd.ShouldBe(0.01m);
    }

    [Fact]
    public async Task Hits_only_what_its_filters_name()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        sandbox.PutRole($"arn:aws:iam::{TinyWorld.OtherPayer}:role/Archera");
        sandbox.Aws.Faults.Replace([new Fault(FaultKind.Error500, 1, "sts", "AssumeRole", TinyWorld.Payer)]);

        var hit = await sandbox.RefusedAsync();
        var other =
            await sandbox.AssumeAsync(request => request.RoleArn = $"arn:aws:iam::{TinyWorld.OtherPayer}:role/Archera");
        sandbox.Aws.Faults.Replace([]);

        ((int)hit.StatusCode).ShouldBe(500);
        other.Credentials.ShouldNotBeNull();
        (await sandbox.AssumeAsync()).Credentials.ShouldNotBeNull();
    }

    private static async Task<SigningKeys> ReadyAsync(Sandbox sandbox, FaultKind kind, int? milliseconds = null)
    {
        sandbox.PutRole();
        var keys = await sandbox.SessionKeysAsync();
        sandbox.Aws.Faults.Replace([new Fault(kind, 1, Milliseconds: milliseconds)]);
        return keys;
    }
}
