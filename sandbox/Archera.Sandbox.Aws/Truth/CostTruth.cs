using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Truth;

/// <summary>
/// The bill, grouped: what every report has to equal. It shares no code with the simulated Cost Explorer, so that a
/// mistake there cannot hide here.
/// </summary>
public static class CostTruth
{
    private static readonly Dictionary<string, Func<Charge, decimal>> AmountOf = new(StringComparer.Ordinal)
    {
        ["UnblendedCost"] = charge => charge.UnblendedCost,
        ["AmortizedCost"] = charge => charge.AmortizedCost,
        ["NetUnblendedCost"] = charge => charge.NetUnblendedCost,
        ["NetAmortizedCost"] = charge => charge.NetAmortizedCost,
    };

    /// <summary>By how many dimensions the truth is grouped at most.</summary>
    public const int MaximumGroupings = 3;

    public static IReadOnlyCollection<string> Metrics => AmountOf.Keys;

    /// <summary>
    /// One row for each day, keys, metric and currency that has a charge, also when its amount is zero. Days from
    /// today on are in it too: the caller ends the period where its billing clock stands.
    /// </summary>
    /// <param name="start">Inclusive.</param>
    /// <param name="end">Exclusive.</param>
    /// <param name="groupBy">None, or up to three; the order is that of the keys.</param>
    /// <param name="metric">One metric; null for all four.</param>
    /// <exception cref="ArgumentException">No such payer or metric.</exception>
    public static IEnumerable<TruthRow> Rows(
        AwsWorld world,
        string payer,
        DateOnly start,
        DateOnly end,
        IReadOnlyList<TruthGrouping> groupBy,
        string? metric = null)
    {
        var organization = world.Find(payer);
        if (organization?.PayerAccountId != payer)
            throw new ArgumentException($"{payer} is not a payer account of this world.", nameof(payer));
        if (metric is not null && !AmountOf.ContainsKey(metric))
            throw new ArgumentException($"The metric is one of {string.Join(", ", Metrics)}.", nameof(metric));
        var metrics = metric is null ? Metrics : [metric];
        return Days(start, end).SelectMany(day => RowsOf(day, organization.Bill.Day(day), groupBy, metrics));
    }

    private static IEnumerable<DateOnly> Days(DateOnly start, DateOnly end) =>
        Enumerable.Range(0, Math.Max(0, end.DayNumber - start.DayNumber)).Select(start.AddDays);

    private static IEnumerable<TruthRow> RowsOf(
        DateOnly day,
        IReadOnlyList<Charge> charges,
        IReadOnlyList<TruthGrouping> groupBy,
        IReadOnlyCollection<string> metrics) =>
        from charge in charges
        let places = (Key(charge, groupBy, 0), Key(charge, groupBy, 1), Key(charge, groupBy, 2))
        group charge by (places, charge.Currency) into cell
        let keys = groupBy.Select(grouping => Value(cell.First(), grouping)).ToList()
        from metric in metrics
        let amount = cell.Select(AmountOf[metric]).Aggregate(ExactSum.Of)
        select new TruthRow(day, keys, metric, amount, cell.Key.Currency);

    private static string Key(Charge charge, IReadOnlyList<TruthGrouping> groupBy, int place) =>
        place < groupBy.Count ? Value(charge, groupBy[place]) : "";

    private static string Value(Charge charge, TruthGrouping grouping) => grouping switch
    {
        TruthGrouping.Service => charge.Service,
        TruthGrouping.LinkedAccount => charge.LinkedAccount,
        TruthGrouping.RecordType => charge.RecordType,
        TruthGrouping.Region => charge.Region,
        TruthGrouping.UsageType => charge.UsageType,
        _ => throw new ArgumentOutOfRangeException(nameof(grouping)),
    };
}
