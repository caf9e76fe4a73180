namespace Archera.Sandbox.Aws.Worlds;

/// <summary>A sum that needs more digits than a <c>decimal</c> holds is refused, not rounded in silence.</summary>
public static class ExactSum
{
    public static decimal Of(decimal left, decimal right)
    {
        var sum = left + right;
        return sum.Scale >= Math.Max(left.Scale, right.Scale)
            ? sum
            : throw new OverflowException("A sum of amounts needs more digits than a decimal holds.");
    }
}
