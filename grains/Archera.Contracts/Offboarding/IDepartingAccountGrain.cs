using Archera.Contracts.Identity;

namespace Archera.Contracts.Offboarding;

/// <summary>
/// A payer account as its offboarding sees it: left, erased, forgotten, in this order. Each may be repeated.
/// Implemented by the account's own grain; same key. A destroyed key is waited for in every silo: that is what takes
/// long.
/// </summary>
[Alias("archera.IDepartingAccountGrain")]
public interface IDepartingAccountGrain : IGrainWithStringKey
{
    /// <summary>
    /// Ends the tenant's connection: verification and refresh stop, deliveries under way are waited for, the session is
    /// dropped, the reminder goes with the owner. The claim stays, as Offboarded, and so does the owner: nobody else
    /// can own the account while anything of it is left. Null when the tenant has no claim.
    /// </summary>
    [Alias("Leave"), ResponseTimeout("00:05:00")]
    Task<DepartingClaim?> LeaveAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets all that was read for the departing owner, and destroys the data keys that it is sealed with. The claims
    /// on the account stay, sealed under a new key. Nothing to do for a tenant that does not own the account.
    /// </summary>
    [Alias("Erase"), ResponseTimeout("00:05:00")]
    Task EraseAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets the departing claim. A record without any claim is deleted, its data key destroyed; one that holds other
    /// tenants' claims is written anew without a trace of this one.
    /// </summary>
    [Alias("Forget"), ResponseTimeout("00:05:00")]
    Task ForgetAsync(TenantId tenant, CancellationToken cancellationToken);
}
