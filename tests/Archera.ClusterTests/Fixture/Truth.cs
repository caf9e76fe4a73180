using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;
using Archera.Sandbox.Aws.Truth;

namespace Archera.ClusterTests.Fixture;

/// <summary>Compares what the product says with the bill itself, cell by cell.</summary>
public static class Truth
{
    public static async Task<CostReport> CostsAsync(
        this TestFleet fleet,
        TenantId tenant,
        DatePeriod? period = null,
        CostMetric metric = CostMetric.UnblendedCost,
        DateOnly? asOf = null,
        params CostDimension[] groupBy) => await fleet.AskAsync(
            tenant,
            new CostQuery(period ?? fleet.History, CostGranularity.Daily, metric, [.. groupBy], [], asOf));

    public static async Task<CostReport> AskAsync(this TestFleet fleet, TenantId tenant, CostQuery query)
    {
        var answer = await fleet.Grains.GetGrain<ITenantViewGrain>(tenant.Value).GetCostsAsync(query, default);
        return answer.Value.ShouldNotBeNull(answer.Refusal?.Message);
    }

    private static readonly CostDimension[][] Cuts =
    [
        [CostDimension.Service, CostDimension.LinkedAccount],
        [CostDimension.RecordType, CostDimension.LinkedAccount],
        [CostDimension.Region, CostDimension.LinkedAccount],
        [CostDimension.UsageType, CostDimension.Service],
    ];

    /// <summary>Every metric and every dataset equal the bill, and the answer says that it is whole.</summary>
    public static Task ShouldEqualTruthAsync(
        this TestFleet fleet, TenantId tenant, params PayerAccountKey[] payers) =>
        fleet.ShouldEqualTruthAsync(tenant, fleet.History, payers);

    public static async Task ShouldEqualTruthAsync(
        this TestFleet fleet, TenantId tenant, DatePeriod days, params PayerAccountKey[] payers)
    {
        foreach (var metric in Enum.GetValues<CostMetric>())
        {
            foreach (var cut in Cuts)
                await CompareAsync(fleet, tenant, days, payers, metric, cut);
        }
    }

    /// <summary>Every stored day of a dataset with its revision.</summary>
    public static async Task<IReadOnlyList<(DateOnly Day, int Revision)>> RevisionsAsync(
        this TestFleet fleet, PayerAccountKey payer, string dataset = "CostByServiceAndAccount")
    {
        var days = new List<(DateOnly, int)>();
        foreach (var (month, period) in fleet.History.ByMonth())
        {
            var query = new CostReportQuery(
                DatasetName.Parse(dataset),
                period,
                CostGranularity.Daily,
                CostMetric.UnblendedCost,
                [],
                [],
                null,
                []);
            var slice = await fleet.Grains.GetGrain<ICostReportGrain>(ICostReportGrain.KeyOf(payer, month))
                .QueryAsync(query, default);
            days.AddRange(slice.Days.Select(day => (day.Day, day.Revision)));
        }

        return days;
    }

    private static async Task CompareAsync(
        TestFleet fleet,
        TenantId tenant,
        DatePeriod days,
        PayerAccountKey[] payers,
        CostMetric metric,
        CostDimension[] groupBy)
    {
        var report = await fleet.CostsAsync(tenant, days, metric, groupBy: groupBy);
        var groupings = groupBy.Select(dimension => Enum.Parse<TruthGrouping>(dimension.ToString())).ToArray();
        var truth = payers
            .SelectMany(payer => CostTruth.Rows(
                fleet.Aws.World,
                payer.AccountId.Value,
                days.Start,
                days.End,
                groupings,
                metric.ToString()))
            // Two payers may have the same keys.
            .GroupBy(row => (row.Day, Keys: string.Join('|', row.Keys), row.Currency))
            .Select(rows => (rows.Key.Day, rows.Key.Keys, rows.Sum(row => row.Amount), rows.Key.Currency))
            .Order();
        report.Completeness.IsComplete.ShouldBeTrue(string.Join(";", report.Completeness.Late));
        report.Rows
            .Select(row => (row.Period, string.Join('|', row.Keys), row.Amount, row.Currency))
            .Order()
            .ShouldBe(truth);
    }
}
