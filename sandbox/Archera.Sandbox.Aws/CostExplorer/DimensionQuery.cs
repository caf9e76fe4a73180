using System.Text.Json;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>A checked GetDimensionValues request.</summary>
internal sealed record DimensionQuery(
    CostSpan Span,
    CostDimension Dimension,
    string? SearchString,
    Func<Charge, bool> Filter,
    (CostMetric Metric, bool IsAscending)? SortBy,
    int? MaxResults)
{
    /// <summary>AWS's own limit.</summary>
    public const int MostResults = 1_000;

    public static IReadOnlyList<string> Members { get; } =
        ["TimePeriod", "Dimension", "Context", "SearchString", "Filter", "SortBy", "MaxResults", "BillingViewArn"];

    public static DimensionQuery Read(JsonElement input, DateOnly today)
    {
        var dimension = input.Text("Dimension") ?? throw CostExplorerRefusal.Missing("dimension");
        var context = input.Text("Context") ?? "COST_AND_USAGE";
        if (context is not ("COST_AND_USAGE" or "RESERVATIONS" or "SAVINGS_PLANS"))
            throw CostExplorerRefusal.NotInSet(context, "context", "COST_AND_USAGE, RESERVATIONS, SAVINGS_PLANS");
        var (search, sort, most) = (input.Text("SearchString"), ReadSort(input), input.WholeNumber("MaxResults"));
        if (sort is not null && input.Text("NextPageToken") is not null)
            throw CostExplorerRefusal.Validation("SortBy and NextPageToken cannot be used together.");
        if (sort is not null && search is not null)
            throw CostExplorerRefusal.Validation("SortBy and SearchString cannot be used together.");
        if (most is not null && sort is null)
            throw CostExplorerRefusal.Validation("MaxResults can be used only with SortBy.");
        if (most is < 1 or > MostResults)
            throw CostExplorerRefusal.Validation($"MaxResults must be between 1 and {MostResults}.");
        return new DimensionQuery(
            CostSpan.Read(input, today),
            CostDimension.ForFilter(dimension),
            search,
            CostFilter.Read(input.Structure("Filter")),
            sort,
            most);
    }

    public List<string> Values(VisibleBill bill)
    {
        var costs = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var charge in bill.Charges(Span, Filter))
        {
            var value = Dimension.ValueOf(charge);
            costs[value] = costs.GetValueOrDefault(value) + CostOf(charge);
        }

        var found = costs.Where(pair => Finds(pair.Key));
        return SortBy switch
        {
            null => [.. found.Select(pair => pair.Key)],
            { IsAscending: true } => [.. found.OrderBy(pair => pair.Value).Select(pair => pair.Key)],
            _ => [.. found.OrderByDescending(pair => pair.Value).Select(pair => pair.Key)],
        };
    }

    private static (CostMetric, bool)? ReadSort(JsonElement input)
    {
        if (input.Items("SortBy") is not [var sort, ..])
            return null;
        var key = sort.Text("Key") ?? throw CostExplorerRefusal.Missing("sortBy.1.member.key");
        var order = sort.Text("SortOrder") ?? "DESCENDING";
        if (order is not ("ASCENDING" or "DESCENDING"))
            throw CostExplorerRefusal.NotInSet(order, "sortBy.1.member.sortOrder", "ASCENDING, DESCENDING");
        return Enum.GetNames<CostMetric>().Contains(key)
            ? (Enum.Parse<CostMetric>(key), order == "ASCENDING")
            : throw CostExplorerRefusal.Validation($"Sort key {key} is invalid.");
    }

    private bool Finds(string value) =>
        SearchString is null || value.Contains(SearchString, StringComparison.OrdinalIgnoreCase);

    private decimal CostOf(in Charge charge) => SortBy?.Metric switch
    {
        CostMetric.AmortizedCost => charge.AmortizedCost,
        CostMetric.NetUnblendedCost => charge.NetUnblendedCost,
        CostMetric.NetAmortizedCost => charge.NetAmortizedCost,
        _ => charge.UnblendedCost,
    };
}
