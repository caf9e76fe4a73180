using System.Text.Json;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>A checked GetCostAndUsage request.</summary>
internal sealed record CostQuery(
    CostSpan Span,
    bool IsMonthly,
    IReadOnlyList<CostMetric> Metrics,
    IReadOnlyList<(string Type, string Key, CostDimension Dimension)> Groups,
    Func<Charge, bool> Filter)
{
    public const int MaximumGroupings = 2;

    public static IReadOnlyList<string> Members { get; } =
        ["TimePeriod", "Granularity", "Metrics", "GroupBy", "Filter", "BillingViewArn"];

    public static CostQuery Read(JsonElement input, DateOnly today)
    {
        var granularity = input.Text("Granularity") ?? throw CostExplorerRefusal.Missing("granularity");
        var metrics = ReadMetrics(input);
        if (granularity is not ("DAILY" or "MONTHLY" or "HOURLY"))
            throw CostExplorerRefusal.NotInSet(granularity, "granularity", "DAILY, HOURLY, MONTHLY");
        if (granularity == "HOURLY")
            throw CostExplorerRefusal.Validation("Hourly timePeriod is not supported for this request");
        return new CostQuery(
            CostSpan.Read(input, today),
            granularity == "MONTHLY",
            metrics,
            ReadGroups(input),
            CostFilter.Read(input.Structure("Filter")));
    }

    /// <summary>The groups of one period in the order of their keys; without grouping, its one total.</summary>
    public List<CostCell> Cells(VisibleBill bill, CostSpan period)
    {
        var cells = new Dictionary<(string, string), CostCell>();
        var charges = Groups.Count > 0 ? bill.GroupedCharges(period, Filter) : bill.Charges(period, Filter);
        foreach (var charge in charges)
        {
            var keys = (KeyOf(charge, 0), KeyOf(charge, 1));
            if (!cells.TryGetValue(keys, out var cell))
                cells.Add(keys, cell = new CostCell(keys.Item1, keys.Item2, charge.Currency));
            cell.Add(charge);
        }

        var sorted = cells.Values.ToList();
        if (Groups.Count > 0)
            sorted.ForEach(cell => cell.Round(bill.Grouped));
        sorted.Sort(CostCell.CompareKeys);
        return sorted;
    }

    private static List<CostMetric> ReadMetrics(JsonElement input)
    {
        var names = input.Texts("Metrics");
        if (names is null or [])
            throw CostExplorerRefusal.Missing("metrics");
        return [.. names.Distinct(StringComparer.Ordinal).Select(ReadMetric)];
    }

    // The bills hold no usage quantities, and blended rates would equal nothing that can be checked.
    private static CostMetric ReadMetric(string name) =>
        Enum.GetNames<CostMetric>().Contains(name)
            ? Enum.Parse<CostMetric>(name)
            : throw CostExplorerRefusal.Validation(
                $"Metric {name} is invalid. Valid values are {string.Join(", ", Enum.GetNames<CostMetric>())}");

    private static List<(string, string, CostDimension)> ReadGroups(JsonElement input)
    {
        var groups = input.Items("GroupBy") ?? [];
        if (groups.Count > MaximumGroupings)
            throw CostExplorerRefusal.Validation("Only two values for GroupBy are allowed");
        return [.. groups.Select(group =>
        {
            var (type, key) = (group.Text("Type") ?? "", group.Text("Key") ?? "");
            return (type, key, CostDimension.ForGroup(type, key));
        })];
    }

    private string KeyOf(in Charge charge, int place) =>
        place < Groups.Count ? Groups[place].Dimension.ValueOf(charge) : "";
}
