using System.Collections.Immutable;
using Archera.Aws.Costs;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;

namespace Archera.Grains.Reports;

/// <summary>
/// Notes the days whose bill holds a watched linked account. No filter is asked: what a bill holds does not depend on
/// the question.
/// </summary>
/// <param name="dimensions">What the dataset's two keys are.</param>
public sealed class WatchedAccounts(ImmutableArray<AwsAccountId> watched, IReadOnlyList<CostDimension> dimensions)
{
    private readonly SortedDictionary<string, List<DateOnly>> _days = new(
        watched.Distinct().ToDictionary(account => account.Value, _ => new List<DateOnly>()), StringComparer.Ordinal);

    public void Add(DateOnly day, CostTable table)
    {
        if (_days.Count == 0)
            return;
        for (var i = 0; i < dimensions.Count; i++)
        {
            if (dimensions[i] == CostDimension.LinkedAccount)
                Note(day, i == 0 ? table.Keys1 : table.Keys2);
        }
    }

    public ImmutableArray<BilledDays> Billed() =>
    [
        .. _days.Where(pair => pair.Value.Count > 0)
            .Select(pair => new BilledDays(AwsAccountId.Parse(pair.Key), [.. pair.Value])),
    ];

    private void Note(DateOnly day, IReadOnlyList<string> linkedAccounts)
    {
        foreach (var account in linkedAccounts)
        {
            if (_days.TryGetValue(account, out var days))
                days.Add(day);
        }
    }
}
