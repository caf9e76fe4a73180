using System.Globalization;
using Archera.Sandbox.Onboarding;
using Archera.Sandbox.Options;
using Archera.Sandbox.PublicApi;
using Spectre.Console;

namespace Archera.Sandbox.Reporting;

/// <summary>One line for each tenant, every figure of it from the public API.</summary>
internal sealed class TenantTable(HistoryWindow window)
{
    private const int TopServices = 3;

    private readonly Table _table = new();

    internal async Task<Table> BuildAsync(
        IEnumerable<OnboardedTenant> tenants, CancellationToken cancellationToken)
    {
        var (start, end) = window.Shown;
        var title = $"Unblended cost from {Day(start)} to {Day(end.AddDays(-1))}";
        _table.Border(TableBorder.Rounded).Title(Markup.Escape(title));
        foreach (var column in new[] { "tenant", "payers", "accounts", "total", "top services", "complete" })
            _table.AddColumn(column);
        foreach (var tenant in tenants.Where(tenant => tenant.Plan.Organizations.Length > 0))
            await AddAsync(tenant.Plan, tenant.Api, cancellationToken);
        return _table;
    }

    private async Task AddAsync(CustomerPlan plan, ApiClient api, CancellationToken cancellationToken)
    {
        var (start, end) = window.Shown;
        var costs = await api.GetCostsAsync(
            new CostsQuestion(start, end) { Granularity = "Monthly", GroupBy = "Service" }, cancellationToken);
        var accounts = await api.GetCostsAsync(
            new CostsQuestion(start, end) { Granularity = "Monthly", GroupBy = "LinkedAccount" }, cancellationToken);
        _table.AddRow(
            Cell(plan.Name),
            Cell(string.Create(CultureInfo.InvariantCulture, $"{plan.Organizations.Length}")),
            Cell(string.Create(
                CultureInfo.InvariantCulture, $"{accounts.Rows.Select(row => row.Keys[0]).Distinct().Count()}")),
            Cell(string.Join('\n', costs.Totals.Select(total => $"{total.Amount} {total.Currency}"))),
            Cell(string.Join('\n', Top(costs))),
            Cell(Completeness(costs.Completeness)));
    }

    private static IEnumerable<string> Top(CostsAnswer costs) => costs.Rows
        .GroupBy(row => (Service: row.Keys[0], row.Currency))
        .Select(rows => (rows.Key.Service, rows.Key.Currency, Amount: rows.Sum(Amount)))
        .OrderByDescending(service => service.Amount)
        .Take(TopServices)
        .Select(service => string.Create(
            CultureInfo.InvariantCulture, $"{service.Service} {service.Amount:N2} {service.Currency}"));

    private static decimal Amount(CostRowAnswer row) => decimal.Parse(row.Amount, CultureInfo.InvariantCulture);

    private static string Completeness(CompletenessAnswer completeness)
    {
        var whole = completeness.IsComplete ? "whole" : "not whole";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{whole}: {completeness.DaysReceived}/{completeness.DaysExpected} days");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Text Cell(string text) => new(text);
}
