using System.Globalization;

namespace Archera.Aws.Costs;

/// <summary>
/// Reads an amount exactly, or not at all: what <see cref="decimal"/> would have to round is refused.
/// </summary>
public static class ExactDecimal
{
    private const int MaxScale = 28;

    private static readonly UInt128 MaxMantissa = (UInt128.One << 96) - 1;

    /// <summary>Room for trailing zeros that <see cref="TryCompose"/> takes off without loss.</summary>
    private static readonly UInt128 Wide = (UInt128.MaxValue / 10) - 1;

    /// <summary>Longer than any amount that a decimal can hold, leading zeros included.</summary>
    private const int MaxLength = 64;

    /// <summary>
    /// Reads <c>-12.30</c>, <c>1E-7</c>, <c>.5</c>. The scale is kept (<c>12.30</c> keeps two decimals, <c>1.5E-3</c>
    /// has four); minus zero is zero.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal amount)
    {
        amount = 0;
        if (text.IsEmpty || text.Length > MaxLength)
            return false;
        var rest = text;
        var negative = rest[0] == '-';
        if (rest[0] is '-' or '+')
            rest = rest[1..];
        if (!TakeExponent(ref rest, out var exponent) || !TakeDigits(rest, out var mantissa, out var decimals))
            return false;
        return TryCompose(mantissa, negative, decimals - exponent, out amount);
    }

    private static bool TakeExponent(ref ReadOnlySpan<char> rest, out int exponent)
    {
        exponent = 0;
        var at = rest.IndexOfAny('e', 'E');
        if (at < 0)
            return true;
        var digits = rest[(at + 1)..];
        rest = rest[..at];
        return digits.Length <= 4
            && int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
    }

    private static bool TakeDigits(ReadOnlySpan<char> digits, out UInt128 mantissa, out int decimals)
    {
        (mantissa, decimals) = (0, 0);
        var (seen, point) = (0, false);
        foreach (var c in digits)
        {
            if (c == '.' && !point)
            {
                point = true;
                continue;
            }

            if (!char.IsAsciiDigit(c) || mantissa > Wide)
                return false;
            mantissa = (mantissa * 10) + (uint)(c - '0');
            decimals += point ? 1 : 0;
            seen++;
        }

        return seen > 0;
    }

    private static bool TryCompose(UInt128 mantissa, bool negative, int scale, out decimal amount)
    {
        amount = 0;
        while ((scale > MaxScale || (mantissa > MaxMantissa && scale > 0)) && mantissa % 10 == 0)
        {
            mantissa /= 10;
            scale--;
        }

        for (; scale < 0; scale++)
        {
            if (mantissa > MaxMantissa)
                return false;
            mantissa *= 10;
        }

        if (scale > MaxScale || mantissa > MaxMantissa)
            return false;
        amount = new decimal(
            (int)(uint)(mantissa & uint.MaxValue),
            (int)(uint)((mantissa >> 32) & uint.MaxValue),
            (int)(uint)(mantissa >> 64),
            negative && mantissa != 0,
            (byte)scale);
        return true;
    }
}
