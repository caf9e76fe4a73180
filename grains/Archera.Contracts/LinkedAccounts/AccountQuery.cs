using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.LinkedAccounts;

/// <summary>Which of a tenant's accounts.</summary>
/// <param name="PayerAccounts">Only those of these payer accounts; empty: of all.</param>
/// <param name="LinkedAccounts">Only these; empty: all.</param>
/// <param name="AsOf">As they were known at the end of that UTC day by the billing clock; null = now.</param>
[GenerateSerializer, Immutable, Alias("archera.AccountQuery")]
public sealed record AccountQuery(
    [property: Id(0)] ImmutableArray<PayerAccountKey> PayerAccounts,
    [property: Id(1)] ImmutableArray<AwsAccountId> LinkedAccounts,
    [property: Id(2)] DateOnly? AsOf)
{
    /// <summary>More than that are refused: an answer is held whole.</summary>
    public const int MaxRows = 100_000;

    public bool Keeps(PayerAccountKey payer) => PayerAccounts.IsEmpty || PayerAccounts.Contains(payer);

    public bool Keeps(AwsAccountId account) => LinkedAccounts.IsEmpty || LinkedAccounts.Contains(account);
}
