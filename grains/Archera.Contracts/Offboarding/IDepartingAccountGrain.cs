using Archera.Contracts.Identity;

namespace Archera.Contracts.Offboarding;

/// <summary>A payer account as its offboarding sees it. Implemented by the account's own grain; same key.</summary>
[Alias("archera.IDepartingAccountGrain")]
public interface IDepartingAccountGrain : IGrainWithStringKey
{
    /// <summary>
    /// Ends the tenant's connection: verification and refresh stop, the session is dropped, deliveries under way are
    /// waited for, the reminder goes with the last owner. The claim stays, as Offboarded, until
    /// <see cref="ForgetAsync"/>. May be repeated; null when the tenant has no claim.
    /// </summary>
    [Alias("Leave")]
    Task<DepartingClaim?> LeaveAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets the tenant's claim and, with the owner's, everything known of reading the account. A record without any
    /// claim is deleted; one that holds other tenants' claims is written anew without a trace of this one.
    /// </summary>
    [Alias("Forget")]
    Task ForgetAsync(TenantId tenant, CancellationToken cancellationToken);
}
