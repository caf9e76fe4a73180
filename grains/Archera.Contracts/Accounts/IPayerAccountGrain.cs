using System.Collections.Immutable;
using Archera.Contracts.Backfill;
using Archera.Contracts.Identity;
using Archera.Contracts.Permissions;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Orleans.Concurrency;

namespace Archera.Contracts.Accounts;

/// <summary>
/// One AWS payer account: its claims, its session, its refresh. Key: <see cref="PayerAccountKey"/> as text. Every
/// method answers for one tenant only: for a tenant without a claim it answers as for an account that nobody knows.
/// </summary>
[Alias("archera.IPayerAccountGrain")]
public interface IPayerAccountGrain : IGrainWithStringKey
{
    /// <summary>
    /// Claims the account for the tenant and issues the claim's external id. A repeat returns the same claim; a repeat
    /// with another tier or mode is refused with <see cref="RefusalCodes.ClaimDiffers"/>.
    /// </summary>
    [Alias("Claim")]
    Task<Answer<ClaimReceipt>> ClaimAsync(TenantId tenant, ClaimRequest request, CancellationToken cancellationToken);

    [Alias("Get"), AlwaysInterleave]
    Task<PayerAccountView?> GetAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a candidate role. Refused with <see cref="RefusalCodes.RoleMismatch"/> for another account or partition.
    /// A verification that runs begins anew with it.
    /// </summary>
    [Alias("SetRole")]
    Task<Answer<PayerAccountView>> SetRoleAsync(TenantId tenant, RoleArn role, CancellationToken cancellationToken);

    /// <summary>
    /// Issues an external id to replace the claim's: both are tried until the new one is verified, then the old one is
    /// never used again. While one waits, that one stays. Refused with <see cref="RefusalCodes.Offboarding"/>.
    /// </summary>
    [Alias("IssueExternalId")]
    Task<Answer<PayerAccountView>> IssueExternalIdAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>What the claim's role is asked to grant, and what was used of it.</summary>
    [Alias("GetPermissionUse"), AlwaysInterleave]
    Task<Answer<PermissionUseView>> GetPermissionUseAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Starts a verification run, or joins the one that runs; returns at once.</summary>
    [Alias("Verify")]
    Task<Answer<VerificationView>> VerifyAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>
    /// The newest verification run, after waiting at most <paramref name="wait"/> (8 s) for it to be done.
    /// </summary>
    [Alias("GetVerification"), AlwaysInterleave]
    Task<Answer<VerificationView>> GetVerificationAsync(
        TenantId tenant, TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>Starts a refresh of everything that AWS may still restate, or joins the one that runs.</summary>
    [Alias("Refresh")]
    Task<Answer<OperationView>> RefreshAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>
    /// The back-fill of the account's past, with its price. Refused with <see cref="RefusalCodes.NotConnected"/> before
    /// the account was connected.
    /// </summary>
    [Alias("GetBackfill"), AlwaysInterleave]
    Task<Answer<BackfillView>> GetBackfillAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>
    /// Starts the back-fill. One that was started before is answered with, however it stands: it is paid once.
    /// </summary>
    [Alias("Backfill")]
    Task<Answer<OperationView>> BackfillAsync(TenantId tenant, CancellationToken cancellationToken);

    [Alias("GetOperation"), AlwaysInterleave]
    Task<OperationView?> GetOperationAsync(
        TenantId tenant, OperationId operation, CancellationToken cancellationToken);

    /// <summary>What the account knows of its own reading of a dataset for the tenant.</summary>
    [Alias("GetReadStatus"), AlwaysInterleave, ResponseTimeout("00:00:10")]
    Task<ReadStatus> GetReadStatusAsync(
        TenantId tenant, DatasetName dataset, DatePeriod days, CancellationToken cancellationToken);

    /// <summary>How the tenant's figures of the month compare with AWS's own totals.</summary>
    [Alias("GetReconciliation"), AlwaysInterleave, ResponseTimeout("00:00:10")]
    Task<AccountReconciliation> GetReconciliationAsync(
        TenantId tenant, YearMonth month, CancellationToken cancellationToken);

    /// <summary>
    /// Stored days turned out to be damaged or gone: they are late until a refresh has read them again. It begins at
    /// once, or at the next tick where one has begun so within the last <c>Refresh:Period</c>.
    /// </summary>
    [Alias("ReadAgain"), OneWay]
    Task ReadAgainAsync(TenantId tenant, DatasetName dataset, ImmutableArray<DateOnly> days);

    /// <summary>The report grain has stored this read of the partition, or a newer one.</summary>
    [Alias("Acknowledge"), AlwaysInterleave, OneWay]
    Task AcknowledgeAsync(PartitionKey partition, ReadStamp stamp);
}
