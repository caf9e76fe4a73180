using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>The exact sum of the charges of one group in one period.</summary>
internal sealed class CostCell(string first, string second, string currency)
{
    private readonly decimal[] _sums = new decimal[4];

    public string First => first;

    public string Second => second;

    public (string First, string Second) Keys => (first, second);

    public string Currency => currency;

    public decimal this[CostMetric metric] => _sums[(int)metric];

    public void Round(GroupedAnswer answer)
    {
        for (var metric = 0; metric < _sums.Length; metric++)
            _sums[metric] = answer.Shown(_sums[metric]);
    }

    public void Add(in Charge charge)
    {
        if (charge.Currency != currency)
            throw CostExplorerRefusal.Validation(
                $"A group holds charges in {currency} and {charge.Currency}, which have no sum. Group more finely.");
        Add(CostMetric.UnblendedCost, charge.UnblendedCost);
        Add(CostMetric.AmortizedCost, charge.AmortizedCost);
        Add(CostMetric.NetUnblendedCost, charge.NetUnblendedCost);
        Add(CostMetric.NetAmortizedCost, charge.NetAmortizedCost);
    }

    public static int CompareKeys(CostCell left, CostCell right)
    {
        var first = string.CompareOrdinal(left.First, right.First);
        return first != 0 ? first : string.CompareOrdinal(left.Second, right.Second);
    }

    public bool IsAfter((string First, string Second) keys)
    {
        var order = string.CompareOrdinal(First, keys.First);
        return order > 0 || (order == 0 && string.CompareOrdinal(Second, keys.Second) > 0);
    }

    private void Add(CostMetric metric, decimal amount) =>
        _sums[(int)metric] = ExactSum.Of(_sums[(int)metric], amount);
}
