using Archera.Contracts.Identity;
using Archera.Grains.Storage;

namespace Archera.Grains.Custody;

/// <summary>
/// The keys that stored records are sealed with, as far as grains decide about them. The data key of a payer account is
/// wrapped by the installation's key until the account has an owner, and by the owner's tenant key from then on.
/// Everything throws <see cref="KeysUnavailableException"/> when the key store does not answer.
/// </summary>
public interface IRecordKeys
{
    /// <summary>Sealing adds so many bytes to content.</summary>
    const int OverheadBytes = 50;

    /// <summary>The account's data key is wrapped by this tenant's key from now on. May be repeated.</summary>
    Task AssignAsync(PayerAccountKey account, TenantId owner, CancellationToken cancellationToken);

    /// <summary>
    /// The tenant whose key wraps the account's data key; null while the installation's does, and where there is no key
    /// that can be read.
    /// </summary>
    Task<TenantId?> FindOwnerAsync(PayerAccountKey account, CancellationToken cancellationToken);

    /// <summary>The ids of the data keys that open the account's records now; empty when there is none.</summary>
    Task<IReadOnlyList<string>> ListAsync(PayerAccountKey account, CancellationToken cancellationToken);

    /// <summary>
    /// A new data key, wrapped by the installation's, seals the account's records from now on; the one before still
    /// opens them, until <see cref="DestroyRetiredAsync"/>. May be repeated: one key at most is retired.
    /// </summary>
    Task RenewAsync(PayerAccountKey account, CancellationToken cancellationToken);

    /// <summary>Destroys the retired key alone, as <see cref="DestroyAsync"/> does.</summary>
    Task<IReadOnlyList<string>> DestroyRetiredAsync(PayerAccountKey account, CancellationToken cancellationToken);

    /// <summary>
    /// Destroys the account's data key in the key store and in the memory of every silo: what was sealed with it can't
    /// be opened any more. Returns the ids of all keys that the account ever had destroyed, so that it may be repeated;
    /// empty when there was none.
    /// </summary>
    Task<IReadOnlyList<string>> DestroyAsync(PayerAccountKey account, CancellationToken cancellationToken);

    /// <summary>
    /// Seals bytes under the account's data key, which is made if there is none; <paramref name="context"/> must be the
    /// same to open.
    /// </summary>
    ValueTask<byte[]> SealAsync(
        PayerAccountKey account, string context, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <exception cref="StateRefusedException">The bytes do not open: changed, of another context, of an unknown form,
    /// or their key is gone.</exception>
    ValueTask<byte[]> OpenAsync(
        PayerAccountKey account,
        string context,
        ReadOnlyMemory<byte> sealedContent,
        CancellationToken cancellationToken);
}
