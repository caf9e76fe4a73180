using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Archera.Contracts.Identity;

/// <summary>
/// A long-running operation of one account, written <c>aws:123456789012-7</c>: it names where it runs.
/// </summary>
/// <param name="PayerAccount">The payer account.</param>
/// <param name="Number">1, 2, 3 … of the account.</param>
/// <param name="LinkedAccount">The linked account that it runs in; null: it runs in the payer.</param>
[GenerateSerializer, Immutable, Alias("archera.OperationId")]
public readonly record struct OperationId(
    [property: Id(0)] PayerAccountKey PayerAccount,
    [property: Id(1)] long Number,
    [property: Id(2)] AwsAccountId? LinkedAccount = null)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out OperationId id)
    {
        id = default;
        var dash = text?.LastIndexOf('-') ?? -1;
        if (dash < 0
            || !AccountKey.TryParse(text![..dash], out var account)
            || !long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        // One operation has one name: not 01 for 1.
        var read = new OperationId(account.Payer, number, account.Linked);
        if (read.ToString() != text)
            return false;
        id = read;
        return true;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{new AccountKey(PayerAccount, LinkedAccount)}-{Number}");
}
