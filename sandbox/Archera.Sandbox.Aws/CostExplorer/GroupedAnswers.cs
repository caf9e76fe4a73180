using System.Collections.Concurrent;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>
/// What AWS's grouped answers have now and then, and its totals have not: amounts rounded group by group, and a charge
/// that is in no group for days. The bill, and the truth, stay as they are. Kept in memory only.
/// </summary>
public sealed class GroupedAnswers
{
    private static readonly GroupedAnswer Faithful = new();

    private readonly ConcurrentDictionary<string, GroupedAnswer> _byPayer = new(StringComparer.Ordinal);

    public void Put(string payer, GroupedAnswer answer) => _byPayer[payer] = answer;

    internal GroupedAnswer Of(string payer) => _byPayer.GetValueOrDefault(payer, Faithful);
}
