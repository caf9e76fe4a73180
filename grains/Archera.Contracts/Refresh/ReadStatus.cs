using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Refresh;

/// <summary>What the account knows of its own reading of one dataset.</summary>
/// <param name="FirstDay">
/// The first day that the account is read for; earlier days are never expected. Without meaning unless owned.
/// </param>
/// <param name="Late">Why days are late; empty when nothing is.</param>
/// <param name="ManagementAccount">Who pays the account's bill; null when that is not known.</param>
[GenerateSerializer, Immutable, Alias("archera.ReadStatus")]
public sealed record ReadStatus(
    [property: Id(0)] DateOnly FirstDay,
    [property: Id(1)] ImmutableArray<LateRead> Late,
    [property: Id(2)] ReadStanding Standing,
    [property: Id(3)] ConnectionMode Mode,
    [property: Id(4)] AwsAccountId? ManagementAccount = null)
{
    /// <summary>Where the tenant's claim stands; null unless the standing is not connected.</summary>
    [Id(5)]
    public ConnectionState? Connection { get; init; }

    /// <summary>The account is not read for the tenant that asks.</summary>
    public static ReadStatus Of(ReadStanding standing) =>
        new(DateOnly.MinValue, [], standing, ConnectionMode.Payer);
}
