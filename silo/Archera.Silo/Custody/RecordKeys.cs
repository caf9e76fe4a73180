using Archera.Contracts.Identity;
using Archera.Grains.Custody;

namespace Archera.Silo.Custody;

/// <summary>What grains may do with keys, over the <see cref="KeyChain"/>.</summary>
public sealed class RecordKeys(KeyChain keys) : IRecordKeys
{
    public Task AssignAsync(PayerAccountKey account, TenantId owner, CancellationToken cancellationToken) =>
        keys.RewrapAsync(KeyScope.Of(account), KeyScope.Of(owner), cancellationToken);

    public async Task<TenantId?> FindOwnerAsync(PayerAccountKey account, CancellationToken cancellationToken) =>
        (await keys.FindWrapperAsync(KeyScope.Of(account), cancellationToken))?.Tenant;

    public async Task<IReadOnlyList<string>> ListAsync(
        PayerAccountKey account, CancellationToken cancellationToken) =>
        await keys.IdsAsync(KeyScope.Of(account), cancellationToken);

    public Task RenewAsync(PayerAccountKey account, CancellationToken cancellationToken) =>
        keys.RenewAsync(KeyScope.Of(account), cancellationToken);

    public async Task<IReadOnlyList<string>> DestroyRetiredAsync(
        PayerAccountKey account, CancellationToken cancellationToken) =>
        await keys.DestroyRetiredAsync(KeyScope.Of(account), cancellationToken);

    public async Task<IReadOnlyList<string>> DestroyAsync(
        PayerAccountKey account, CancellationToken cancellationToken) =>
        await keys.DestroyAsync(KeyScope.Of(account), cancellationToken);

    public async ValueTask<byte[]> SealAsync(
        PayerAccountKey account, string context, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var key = await keys.CurrentAsync(KeyScope.Of(account), cancellationToken);
        return SealedBytes.Seal(key, SealContext.OfContent(context), content.Span);
    }

    public ValueTask<byte[]> OpenAsync(
        PayerAccountKey account,
        string context,
        ReadOnlyMemory<byte> sealedContent,
        CancellationToken cancellationToken) =>
        keys.OpenAsync(KeyScope.Of(account), SealContext.OfContent(context), sealedContent, cancellationToken);
}
