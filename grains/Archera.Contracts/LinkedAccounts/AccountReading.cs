using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;

namespace Archera.Contracts.LinkedAccounts;

/// <summary>Whether a linked account is read through its own role.</summary>
/// <param name="IsRead">It was looked at at least once.</param>
/// <param name="Late">What of it is late today, and why, by dataset; one that does not answer is late as
/// <c>unknown</c>.</param>
[GenerateSerializer, Immutable, Alias("archera.AccountReading")]
public sealed record AccountReading(
    [property: Id(0)] AccountKey Account,
    [property: Id(1)] bool IsRead,
    [property: Id(2)] ImmutableArray<LateAccount> Late);
