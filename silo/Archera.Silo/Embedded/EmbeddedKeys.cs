using Archera.Silo.Custody;
using Archera.Silo.Start;

namespace Archera.Silo.Embedded;

/// <summary>Key ring and key store of the one process, in directories of their own.</summary>
internal static class EmbeddedKeys
{
    private const string DefaultRing = "archera-keys";

    /// <summary>Looks before anything is made.</summary>
    /// <exception cref="StartRefusedException">Two of data, ring and store would lie together.</exception>
    public static void RequireApart(KeyOptions keys, EmbeddedOptions data)
    {
        PrivateDirectory.RequireApart(Ring(keys), "Keys:Directory", data.Directory, "Embedded:Directory");
        PrivateDirectory.RequireApart(keys.Store, "Keys:Store", data.Directory, "Embedded:Directory");
        PrivateDirectory.RequireApart(keys.Store, "Keys:Store", Ring(keys), "Keys:Directory");
    }

    /// <exception cref="StartRefusedException">They can't be used, or don't fit the data.</exception>
    public static KeyCustody Open(KeyOptions keys, EmbeddedData data)
    {
        var ring = KeyRing.Open(Ring(keys), keys.CertificatePath, keys.CertificatePassword);
        var store = SqliteKeyStore.Open(keys.Store);
        // No other silo holds a key, so a destroyed one is gone at once.
        var custody = KeyCustody.OpenAsync(
            ring,
            store,
            keys,
            data.Directory.Database,
            data.Database.HasRecords(),
            TimeSpan.Zero,
            TimeProvider.System,
            CancellationToken.None).GetAwaiter().GetResult();
        var installation = custody.Keys.CurrentAsync(KeyScope.Installation, CancellationToken.None).AsTask();
        if (!StateOwner.IsAnother(data.Database.Heads(), installation.GetAwaiter().GetResult().Id))
            return custody;
        custody.Dispose();
        throw new StartRefusedException(
            $"{data.Directory.Database} was sealed with the keys of another installation than those in "
            + $"{custody.Store.Place}. Restore the key store and the key ring that belong to it, or the database that "
            + "belongs to them; nothing was changed.");
    }

    private static string Ring(KeyOptions keys) => string.IsNullOrEmpty(keys.Directory) ? DefaultRing : keys.Directory;
}
