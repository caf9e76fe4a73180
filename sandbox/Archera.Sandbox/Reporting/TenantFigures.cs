using System.Collections.Immutable;
using System.Globalization;
using Archera.Sandbox.Onboarding;
using Archera.Sandbox.Options;
using Archera.Sandbox.PublicApi;

namespace Archera.Sandbox.Reporting;

/// <summary>What one tenant spent in one period, every figure of it from the public API.</summary>
internal sealed record TenantFigures(
    CustomerPlan Plan,
    ShownPeriod Period,
    ImmutableArray<string> Totals,
    ImmutableArray<ServiceFigure> TopServices,
    CompletenessAnswer Completeness,
    bool IsWhole)
{
    private const int MaximumServices = 3;

    internal static async Task<TenantFigures> ReadAsync(
        OnboardedTenant tenant, HistoryWindow window, CancellationToken cancellationToken)
    {
        var history = await tenant.Api.GetCostsAsync(
            new CostsQuestion(window.FirstDay, window.Today) { Granularity = "Monthly" }, cancellationToken);
        var period = ShownPeriod.Of(window, history.Rows.Select(row => row.Period));
        var costs = await tenant.Api.GetCostsAsync(
            new CostsQuestion(period.Start, period.End) { Granularity = "Monthly", GroupBy = "Service" },
            cancellationToken);
        return new TenantFigures(
            tenant.Plan,
            period,
            [.. costs.Totals.Select(total => $"{total.Amount} {total.Currency}")],
            [.. Top(costs)],
            costs.Completeness,
            costs.Completeness.IsComplete && tenant.LatePartitions == 0);
    }

    private static IEnumerable<ServiceFigure> Top(CostsAnswer costs) => costs.Rows
        .GroupBy(row => (Service: row.Keys[0], row.Currency))
        .Select(rows => new ServiceFigure(rows.Key.Service, rows.Sum(Amount), rows.Key.Currency))
        .OrderByDescending(service => service.Amount)
        .Take(MaximumServices);

    private static decimal Amount(CostRowAnswer row) => decimal.Parse(row.Amount, CultureInfo.InvariantCulture);
}
