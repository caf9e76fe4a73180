using System.Diagnostics.CodeAnalysis;

namespace Archera.Contracts.Identity;

/// <summary>
/// A payer account in its partition, written <c>aws:123456789012</c>. The text is the grain key: the prefix also keeps
/// relational storage from reading the digits as a number.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.PayerAccountKey")]
public readonly record struct PayerAccountKey(
    [property: Id(0)] AwsPartition Partition,
    [property: Id(1)] AwsAccountId AccountId)
{
    public static PayerAccountKey Parse(string text) => TryParse(text, out var key)
        ? key
        : throw new FormatException("A payer account is written partition:account, such as aws:123456789012.");

    public static bool TryParse([NotNullWhen(true)] string? text, out PayerAccountKey key)
    {
        key = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0
            || !AwsPartition.TryParse(text![..colon], out var partition)
            || !AwsAccountId.TryParse(text[(colon + 1)..], out var account))
        {
            return false;
        }

        key = new PayerAccountKey(partition, account);
        return true;
    }

    public override string ToString() => $"{Partition}:{AccountId}";
}
