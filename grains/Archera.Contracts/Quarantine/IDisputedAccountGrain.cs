using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Orleans.Concurrency;

namespace Archera.Contracts.Quarantine;

/// <summary>
/// A payer account as the operator and the accounts of its organization see it. Implemented by the account's own grain;
/// same key. Never answer a tenant from here.
/// </summary>
[Alias("archera.IDisputedAccountGrain")]
public interface IDisputedAccountGrain : IGrainWithStringKey
{
    /// <summary>Which tenant uses the account; null when none does.</summary>
    [Alias("GetOwner"), AlwaysInterleave]
    Task<TenantId?> GetOwnerAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Carries out the operator's decision about a quarantined claim. Refused with
    /// <see cref="RefusalCodes.NotQuarantined"/> when there is nothing to decide. A claimant that gets the account is
    /// verified anew before it is read.
    /// </summary>
    [Alias("Decide")]
    Task<Answer<PayerAccountView>> DecideAsync(
        TenantId claimant, ClaimDecision decision, DecisionNote note, CancellationToken cancellationToken);
}
