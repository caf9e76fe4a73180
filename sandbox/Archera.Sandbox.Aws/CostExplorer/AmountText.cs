using System.Globalization;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>
/// Amounts as AWS writes them: every digit that is held, in exponent form (<c>1E-7</c>) below a millionth, and
/// <c>0</c> for zero.
/// </summary>
internal static class AmountText
{
    private const decimal SmallestPlain = 0.000001m;

    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>Without zeros at its end.</summary>
    public static string Trimmed(decimal amount) => Of(amount / One);

    public static string Of(decimal amount)
    {
        if (amount == 0)
            return "0";
        var plain = amount.ToString(CultureInfo.InvariantCulture);
        if (decimal.Abs(amount) >= SmallestPlain)
            return plain;
        var digits = plain.AsSpan(plain.IndexOf('.') + 1).TrimStart('0');
        var exponent = digits.Length - 1 - amount.Scale;
        var sign = amount < 0 ? "-" : "";
        return digits.Length == 1
            ? $"{sign}{digits}E{exponent}"
            : $"{sign}{digits[..1]}.{digits[1..]}E{exponent}";
    }
}
