using System.Numerics;
using System.Text.RegularExpressions;

namespace Archera.Sandbox.Aws.Worlds.Focus;

/// <summary>Reads an amount exactly, scale included, or not at all; <c>decimal.Parse</c> would round.</summary>
internal static partial class FocusAmount
{
    private const int MaximumScale = 28;

    // A number of more digits or a larger exponent is no amount of money.
    private const int MaximumLength = 64;
    private const int MaximumExponent = 40;

    private static readonly BigInteger MaximumMantissa = BigInteger.Pow(2, 96) - 1;

    public static bool TryParse(string text, out decimal amount)
    {
        amount = 0;
        if (text.Length > MaximumLength || Pattern().Match(text) is not { Success: true } match)
            return false;
        var fraction = match.Groups["fraction"].Value;
        var exponent = match.Groups["exponent"] is { Success: true } group ? int.Parse(group.ValueSpan) : 0;
        if (Math.Abs(exponent) > MaximumExponent)
            return false;
        var mantissa = BigInteger.Parse(match.Groups["whole"].Value + fraction);
        var scale = fraction.Length - exponent;
        for (; scale > MaximumScale && mantissa % 10 == 0; scale--)
            mantissa /= 10;
        for (; scale < 0; scale++)
            mantissa *= 10;
        if (scale > MaximumScale || mantissa > MaximumMantissa)
            return false;
        amount = Decimal(mantissa, scale, match.Groups["sign"].Value == "-");
        return true;
    }

    private static decimal Decimal(BigInteger mantissa, int scale, bool isNegative)
    {
        var low = (uint)(mantissa & uint.MaxValue);
        var middle = (uint)((mantissa >> 32) & uint.MaxValue);
        var high = (uint)(mantissa >> 64);
        return new decimal((int)low, (int)middle, (int)high, isNegative && !mantissa.IsZero, (byte)scale);
    }

    [GeneratedRegex(@"^(?<sign>[+-]?)(?<whole>[0-9]+)(\.(?<fraction>[0-9]+))?([eE](?<exponent>[+-]?[0-9]{1,3}))?\z")]
    private static partial Regex Pattern();
}
