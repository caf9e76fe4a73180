using Archera.Grains.Custody;
using Archera.Grains.Storage;
using Archera.Silo.Start;

namespace Archera.Silo.Custody;

/// <summary>The key ring and the key store of this process, found to fit together and to fit the state.</summary>
public sealed class KeyCustody : IDisposable
{
    private KeyCustody(KeyRing ring, IKeyStore store, KeyChain keys) => (Ring, Store, Keys) = (ring, store, keys);

    public KeyRing Ring { get; }

    public IKeyStore Store { get; }

    public KeyChain Keys { get; }

    /// <summary>Opens the installation's key, or makes it where nothing was ever stored.</summary>
    /// <param name="state">What an operator calls the state: a path, or an address.</param>
    /// <param name="stateHasRecords">Whether something is stored there already.</param>
    /// <param name="othersForgetAfter">As <see cref="KeyChain"/>'s.</param>
    /// <exception cref="StartRefusedException">The ring or the store is lost, or is another installation's.</exception>
    public static async Task<KeyCustody> OpenAsync(
        KeyRing ring,
        IKeyStore store,
        KeyOptions options,
        string state,
        bool stateHasRecords,
        TimeSpan othersForgetAfter,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var keys = new KeyChain(store, ring, options, othersForgetAfter, time);
        try
        {
            if (stateHasRecords
                && await store.ReadAsync(KeyScope.Installation.Name, cancellationToken) is null)
                throw new StartRefusedException(
                    $"{state} holds records, but the key store {store.Place} holds no key. Restore the key store that "
                    + "belongs to it; records of a version from before Archera sealed them can't be used.");
            await keys.BeginAsync(cancellationToken);
            return new KeyCustody(ring, store, keys);
        }
        catch (Exception refused) when (refused is KeysUnavailableException or StateRefusedException)
        {
            throw new StartRefusedException(
                $"The keys in {store.Place} can't be used: {refused.Message} Restore the key ring ({ring.Directory}) "
                + "and the key store that belong together; nothing stored can be read without them, and nothing was "
                + "changed.",
                refused);
        }
    }

    public void Dispose()
    {
        (Store as IDisposable)?.Dispose();
        Ring.Dispose();
    }
}
