namespace Archera.Grains.Reports;

/// <summary>Adds amounts; a sum that <see cref="decimal"/> would have to round is an error, not a figure.</summary>
public static class ExactSum
{
    /// <exception cref="OverflowException">The sum has more digits than can be held exactly.</exception>
    public static decimal Add(decimal left, decimal right)
    {
        var sum = left + right;
        return sum.Scale >= Math.Max(left.Scale, right.Scale)
            ? sum
            : throw new OverflowException("A sum has more than 28 digits and would have been rounded.");
    }
}
