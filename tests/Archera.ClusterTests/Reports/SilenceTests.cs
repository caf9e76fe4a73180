using Archera.Aws.Costs;
using Archera.ClusterTests.Fixture;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;
using Archera.Grains.Tenants;

namespace Archera.ClusterTests.Reports;

/// <summary>What a tenant's view says when there is no whole answer.</summary>
public sealed class SilenceTests
{
    [Theory]
    [InlineData(nameof(ICostReportGrain.QueryAsync))]
    [InlineData(nameof(IPayerAccountGrain.GetReadStatusAsync))]
    public async Task A_grain_that_does_not_answer_is_unknown_and_the_others_answer(string silent)
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Reports:AnswerWithin", "00:00:01"));
        var tenant = await fleet.OnboardAsync(fleet.Payer(0));
        await fleet.ClaimAsync(tenant, fleet.Payer(1));
        await fleet.VerifyAsync(tenant, fleet.Payer(1));
        await fleet.EndAsync(tenant, new OperationId(fleet.Payer(1), 1));
        await fleet.ShouldEqualTruthAsync(tenant, fleet.Payer(0), fleet.Payer(1));
        var account = fleet.Payer(1).ToString();
        var held = new TaskCompletionSource();
        fleet.Calls.Around = async call =>
        {
            var isSilent = call.TargetId.Key.ToString()!.StartsWith(account, StringComparison.Ordinal);
            if (isSilent && call.MethodName == silent)
                await held.Task;
            await call.Invoke();
        };

        var report = await fleet.CostsAsync(tenant, groupBy: CostDimension.PayerAccount);

        var late = report.Completeness.Late.ShouldHaveSingleItem();
        (late.Account, late.Reason).ShouldBe((account, CompletenessMerge.Unknown));
        report.Completeness.AccountsReceived.ShouldBe(1);
        report.Completeness.DaysExpected.ShouldBe(2 * TestFleet.HistoryDays);
        report.Rows.Select(row => row.Keys[0]).Distinct().ShouldBe([fleet.Payer(0).ToString()]);
        fleet.Calls.Around = call => call.Invoke();
        held.SetResult();
        await fleet.ShouldEqualTruthAsync(tenant, fleet.Payer(0), fleet.Payer(1));
    }

    [Fact]
    public async Task A_sum_that_would_be_rounded_is_refused_and_its_parts_are_exact()
    {
        await using var fleet = await TestFleet.StartAsync();
        var tenant = await fleet.OnboardAsync(fleet.Payer(0));
        const decimal tiny = 0.0000000000000000000000000001m;
        await StoreAsync(fleet, [Costs("Large", 12.5m), Costs("Tiny", tiny)]);

        var whole = await AskAsync(fleet, tenant, []);
        var grouped = await AskAsync(fleet, tenant, [], CostDimension.Service);
        var part = await AskAsync(fleet, tenant, [new CostFilter(CostDimension.Service, ["Tiny"])]);

        whole.Refusal!.Code.ShouldBe(RefusalCodes.InexactSum);
        grouped.Refusal!.Code.ShouldBe(RefusalCodes.InexactSum);
        part.Value!.Totals.ShouldHaveSingleItem().Amount.ShouldBe(tiny);
    }

    [Fact]
    public async Task More_rows_than_an_answer_may_have_are_refused()
    {
        await using var fleet = await TestFleet.StartAsync();
        var tenant = await fleet.OnboardAsync(fleet.Payer(0));
        await StoreAsync(fleet, [.. Enumerable.Range(0, CostQuery.MaxRows + 1).Select(i => Costs($"Service {i}", 1))]);

        var refused = await AskAsync(fleet, tenant, [], CostDimension.Service);

        refused.Refusal!.Code.ShouldBe(RefusalCodes.TooManyRows);
        (await AskAsync(fleet, tenant, [])).Value!.Completeness.IsComplete.ShouldBeTrue();
    }

    private static CostTableRow Costs(string service, decimal amount) =>
        new(service, "111122223333", amount, amount, amount, amount, "USD");

    private static async Task StoreAsync(TestFleet fleet, CostTableRow[] rows)
    {
        var day = fleet.Today.AddDays(-1);
        var partition = new PartitionKey(fleet.Payer(0), DatasetName.Parse("CostByServiceAndAccount"), day);
        var whole = AggregateParts.Whole(
            partition,
            new ReadStamp(long.MaxValue, 1),
            DateTimeOffset.UnixEpoch,
            estimated: false,
            CostTableCodec.SchemaVersion,
            CostTableCodec.Encode(rows));
        await fleet.Grains.GetGrain<ICostReportGrain>(ICostReportGrain.KeyOf(fleet.Payer(0), YearMonth.Of(day)))
            .StoreAsync(whole, TestContext.Current.CancellationToken);
    }

    private static Task<Answer<CostReport>> AskAsync(
        TestFleet fleet, TenantId tenant, CostFilter[] filters, params CostDimension[] groupBy) =>
        fleet.Grains.GetGrain<ITenantViewGrain>(tenant.Value).GetCostsAsync(
            new CostQuery(
                DatePeriod.OfDay(fleet.Today.AddDays(-1)),
                CostGranularity.Daily,
                CostMetric.UnblendedCost,
                [.. groupBy],
                [.. filters],
                null),
            TestContext.Current.CancellationToken);
}
