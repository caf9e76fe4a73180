namespace Archera.Sandbox.Aws.Worlds;

/// <summary><see cref="decimal"/> rounds a sum that needs more than 28 digits without a word. This one refuses.</summary>
public static class ExactSum
{
    public static decimal Of(decimal left, decimal right)
    {
        var sum = left + right;
        return sum.Scale >= Math.Max(left.Scale, right.Scale)
            ? sum
            : throw new OverflowException("A sum of amounts needs more digits than a decimal holds, so it is not exact.");
    }
}
