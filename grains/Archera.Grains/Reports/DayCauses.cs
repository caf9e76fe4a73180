using Archera.Aws.Costs;
using Archera.Contracts.Reports;

namespace Archera.Grains.Reports;

/// <summary>Why the rows of one day likely changed: what changed beside them in the same linked account.</summary>
public sealed class DayCauses
{
    private readonly Dictionary<string, ChangeCauses> _byAccount = new(StringComparer.Ordinal);

    /// <param name="before">The day by record type at the earlier moment.</param>
    /// <param name="dimensions">What the two keys of both tables are.</param>
    public DayCauses(CostTable? before, CostTable? after, CostMetric metric, IReadOnlyList<CostDimension> dimensions)
    {
        foreach (var row in DayChanges.Between(before, after, metric))
        {
            var account = Of(row, dimensions, CostDimension.LinkedAccount) ?? "";
            var cause = ChangeCauseRule.Of(Of(row, dimensions, CostDimension.RecordType) ?? "");
            _byAccount[account] = _byAccount.GetValueOrDefault(account) | cause;
        }
    }

    /// <param name="dimensions">What the row's two keys are.</param>
    public ChangeCauses Of(ChangedRow row, IReadOnlyList<CostDimension> dimensions)
    {
        if (Of(row, dimensions, CostDimension.RecordType) is { } recordType)
            return ChangeCauseRule.Of(recordType);
        return Of(row, dimensions, CostDimension.LinkedAccount) is { } account
            ? _byAccount.GetValueOrDefault(account)
            : _byAccount.Values.Aggregate(ChangeCauses.None, (all, causes) => all | causes);
    }

    private static string? Of(ChangedRow row, IReadOnlyList<CostDimension> dimensions, CostDimension dimension) =>
        dimensions[0] == dimension ? row.Key1 : dimensions[1] == dimension ? row.Key2 : null;
}
