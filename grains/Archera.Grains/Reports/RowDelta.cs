using Archera.Aws.Costs;

namespace Archera.Grains.Reports;

/// <summary>
/// What turns the rows of one revision into those of another: the rows to drop, then the rows to put.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.state.CostDelta")]
public sealed record RowDelta([property: Id(0)] byte[] Put, [property: Id(1)] byte[] Drop)
{
    public static RowDelta Between(IReadOnlyList<CostTableRow> from, IReadOnlyList<CostTableRow> to)
    {
        var source = from.ToDictionary(KeyOf);
        var target = to.Select(KeyOf).ToHashSet();
        return new RowDelta(
            CostTableCodec.Encode([.. to.Where(HasChanged)]),
            CostTableCodec.Encode([.. from.Where(row => !target.Contains(KeyOf(row))).Select(KeyOnly)]));

        bool HasChanged(CostTableRow row) => !source.TryGetValue(KeyOf(row), out var old) || !IsSame(old, row);
    }

    public IReadOnlyList<CostTableRow> Apply(IReadOnlyList<CostTableRow> from, int schemaVersion)
    {
        var rows = from.ToDictionary(KeyOf);
        foreach (var row in CostTableCodec.Decode(schemaVersion, Drop))
            rows.Remove(KeyOf(row));
        foreach (var row in CostTableCodec.Decode(schemaVersion, Put))
            rows[KeyOf(row)] = row;
        return [.. rows.Values];
    }

    private static (string Key1, string Key2, string Currency) KeyOf(CostTableRow row) =>
        (row.Key1, row.Key2, row.Currency);

    private static CostTableRow KeyOnly(CostTableRow row) => new(row.Key1, row.Key2, 0, 0, 0, 0, row.Currency);

    /// <summary>1.0 and 1.00 are equal decimals, but not the same figure of AWS's.</summary>
    private static bool IsSame(CostTableRow left, CostTableRow right) => left == right
        && left.UnblendedCost.Scale == right.UnblendedCost.Scale
        && left.AmortizedCost.Scale == right.AmortizedCost.Scale
        && left.NetUnblendedCost.Scale == right.NetUnblendedCost.Scale
        && left.NetAmortizedCost.Scale == right.NetAmortizedCost.Scale;
}
