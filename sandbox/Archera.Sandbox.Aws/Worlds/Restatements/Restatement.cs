namespace Archera.Sandbox.Aws.Worlds.Restatements;

/// <summary>
/// What AWS does to a closed day now and then: a row appears, changes or goes. The amount is the row's whole cost
/// under all four metrics, because a restated row is one correction on the invoice, neither amortized nor discounted.
/// </summary>
/// <param name="Amount">The row's new cost; null removes the row.</param>
/// <param name="Currency">Another currency for the row; null keeps the one that it has, or the bill's.</param>
public sealed record Restatement(
    string Payer,
    DateOnly Day,
    string Service,
    string LinkedAccount,
    decimal? Amount,
    string RecordType = RecordTypes.Usage,
    string? Currency = null)
{
    /// <summary>As long as a service's name may be in any world, so that a page token holds it.</summary>
    public const int MaximumNameLength = 512;

    /// <summary>Twelve decimals below a million million leave room for sums that stay exact.</summary>
    public const int MaximumDecimals = 12;

    public const decimal AmountLimit = 1_000_000_000_000m;

    internal void Validate()
    {
        RequireName(Service, "service");
        RequireName(RecordType, "record type");
        if (Amount is { } amount && (decimal.Abs(amount) >= AmountLimit || amount.Scale > MaximumDecimals))
            throw new ArgumentException(
                $"An amount has up to {MaximumDecimals} decimals and is between -{AmountLimit} and {AmountLimit}.");
        if (Currency is not null && !IsCurrency(Currency))
            throw new ArgumentException("A currency is an ISO 4217 code of 3 capital letters.");
    }

    internal static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    private static void RequireName(string value, string what)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > MaximumNameLength)
            throw new ArgumentException($"The {what} of a restatement has 1 to {MaximumNameLength} characters.");
    }
}
