using System.Globalization;

namespace Archera.Gateway.Costs;

/// <summary>Amounts as text: plain, exact, with the scale they have, and no negative zero.</summary>
public static class AmountText
{
    public const string Pattern = @"^-?[0-9]+(\.[0-9]+)?$";

    public static string Of(decimal amount) =>
        (amount == 0 ? Math.Abs(amount) : amount).ToString(CultureInfo.InvariantCulture);

    public static string? OrNull(decimal? amount) => amount is { } value ? Of(value) : null;
}
