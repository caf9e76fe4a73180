using System.Diagnostics.CodeAnalysis;

namespace Archera.Contracts.Identity;

/// <summary>
/// An account that is read: a payer account, or a linked account of one, written <c>aws:111122223333</c> or
/// <c>aws:111122223333/444455556666</c>. The text is the key of the account's grain.
/// </summary>
/// <param name="Payer">The payer account, whose bill and whose data key it is.</param>
/// <param name="Linked">The linked account that is read through its own role; null: the payer itself is.</param>
[GenerateSerializer, Immutable, Alias("archera.AccountKey")]
public readonly record struct AccountKey(
    [property: Id(0)] PayerAccountKey Payer,
    [property: Id(1)] AwsAccountId? Linked = null)
{
    /// <summary>The account whose APIs are asked, in its partition.</summary>
    public PayerAccountKey Own => Linked is { } linked ? new PayerAccountKey(Payer.Partition, linked) : Payer;

    public static AccountKey Parse(string text) => TryParse(text, out var key)
        ? key
        : throw new FormatException(
            "An account is written partition:payer or partition:payer/linked, such as aws:123456789012.");

    public static bool TryParse([NotNullWhen(true)] string? text, out AccountKey key)
    {
        key = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (!PayerAccountKey.TryParse(slash < 0 ? text : text![..slash], out var payer))
            return false;
        AwsAccountId? linked = null;
        if (slash >= 0)
        {
            if (!AwsAccountId.TryParse(text![(slash + 1)..], out var id))
                return false;
            linked = id;
        }

        key = new AccountKey(payer, linked);
        return true;
    }

    public override string ToString() => Linked is { } linked ? $"{Payer}/{linked}" : Payer.ToString();
}
