using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Orleans.Concurrency;

namespace Archera.Contracts.Offboarding;

/// <summary>
/// A tenant's departures from payer accounts and what is left of them: signed receipts. Key: the tenant id. An account
/// id in the key would stay readable in the storage.
/// </summary>
[Alias("archera.IOffboardingGrain")]
public interface IOffboardingGrain : IGrainWithStringKey
{
    /// <summary>
    /// Starts the offboarding of the tenant's claim on the account. While one runs, and once it has ended, a repeat
    /// finds the same one; a repeat while it is late tries again at once.
    /// </summary>
    [Alias("Begin")]
    Task<Answer<OperationView>> BeginAsync(PayerAccountKey payerAccount, CancellationToken cancellationToken);

    [Alias("GetOperation"), AlwaysInterleave]
    Task<OperationView?> GetOperationAsync(OperationId operation, CancellationToken cancellationToken);

    /// <summary>The tenant's last departure from the account; null when there was none.</summary>
    [Alias("GetLast"), AlwaysInterleave]
    Task<LastDeparture?> GetLastAsync(PayerAccountKey payerAccount, CancellationToken cancellationToken);

    /// <summary>The receipts, newest first.</summary>
    [Alias("ListReceipts"), AlwaysInterleave]
    Task<ImmutableArray<ReceiptEntry>> ListReceiptsAsync(CancellationToken cancellationToken);

    [Alias("GetReceipt"), AlwaysInterleave]
    Task<SignedReceipt?> GetReceiptAsync(string receiptId, CancellationToken cancellationToken);

    /// <summary>The public keys that receipts were ever signed with, newest first.</summary>
    [Alias("ListReceiptKeys"), AlwaysInterleave]
    Task<ImmutableArray<ReceiptPublicKey>> ListReceiptKeysAsync(CancellationToken cancellationToken);
}
