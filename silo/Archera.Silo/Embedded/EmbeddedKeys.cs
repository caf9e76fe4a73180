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
        return KeyCustody.OpenAsync(
            ring,
            store,
            keys,
            data.Directory.Database,
            data.Database.HasRecords(),
            TimeSpan.Zero,
            TimeProvider.System,
            CancellationToken.None).GetAwaiter().GetResult();
    }

    private static string Ring(KeyOptions keys) => string.IsNullOrEmpty(keys.Directory) ? DefaultRing : keys.Directory;
}
