using Archera.Contracts.Identity;

namespace Archera.Grains.Custody;

/// <summary>
/// The keys that stored records are sealed with, as far as grains decide about them. The data key of a payer account is
/// wrapped by the installation's key until the account has an owner, and by the owner's tenant key from then on.
/// </summary>
public interface IRecordKeys
{
    /// <summary>The account's data key is wrapped by this tenant's key from now on. May be repeated.</summary>
    Task AssignAsync(PayerAccountKey account, TenantId owner, CancellationToken cancellationToken);

    /// <summary>
    /// Destroys the account's data key in the key store and in memory: what was sealed with it can't be opened any
    /// more. Returns the ids of the destroyed keys; empty when there was none.
    /// </summary>
    Task<IReadOnlyList<string>> DestroyAsync(PayerAccountKey account, CancellationToken cancellationToken);

    /// <summary>Seals bytes under the account's data key; the same context is needed to open them.</summary>
    ValueTask<byte[]> SealAsync(
        PayerAccountKey account, string context, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <exception cref="Storage.DamagedStateException">The bytes do not open: changed, another context, or the key
    /// is gone.</exception>
    ValueTask<byte[]> OpenAsync(
        PayerAccountKey account, string context, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
