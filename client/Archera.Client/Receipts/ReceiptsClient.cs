using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.Offboarding;

namespace Archera.Client.Receipts;

/// <summary>What a tenant keeps of the payer accounts it has left.</summary>
public sealed class ReceiptsClient(IGrainFactory grains)
{
    /// <summary>The receipts, newest first.</summary>
    public Task<ImmutableArray<ReceiptEntry>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Offboarding(tenant).ListReceiptsAsync(cancellationToken);

    public async Task<Answer<SignedReceipt>> GetAsync(
        TenantId tenant, string receiptId, CancellationToken cancellationToken) =>
        await Offboarding(tenant).GetReceiptAsync(receiptId, cancellationToken) is { } receipt
            ? receipt
            : Refusals.NotFound;

    /// <summary>The public keys that receipts were ever signed with, newest first.</summary>
    public Task<ImmutableArray<ReceiptPublicKey>> ListKeysAsync(
        TenantId tenant, CancellationToken cancellationToken) =>
        Offboarding(tenant).ListReceiptKeysAsync(cancellationToken);

    private IOffboardingGrain Offboarding(TenantId tenant) => grains.GetGrain<IOffboardingGrain>(tenant.Value);
}
