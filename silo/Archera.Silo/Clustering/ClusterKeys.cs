using Archera.Silo.Custody;
using Archera.Silo.Start;

namespace Archera.Silo.Clustering;

/// <summary>The key ring that all silos share, and the key store beside the state in their storage account.</summary>
internal static class ClusterKeys
{
    /// <exception cref="StartRefusedException">The ring has no directory, or the store is in the state.</exception>
    public static void RequireComplete(KeyOptions keys, StateOptions state)
    {
        if (string.IsNullOrEmpty(keys.Directory))
            throw new StartRefusedException(
                "Keys:Directory is missing. Profile Cluster needs a directory for the key ring that all its silos "
                + "share, outside the storage account.");
        if (keys.Container == state.StateContainer)
            throw new StartRefusedException(
                $"Keys:Container and ClusterState:StateContainer are both {keys.Container}. A copy of the state must "
                + "not hold the keys: choose another container with Keys:Container.");
    }

    /// <exception cref="StartRefusedException">They can't be used, or don't fit the state.</exception>
    public static async Task<KeyCustody> OpenAsync(
        KeyOptions keys, StateOptions state, StorageAccount account, CancellationToken cancellationToken)
    {
        var ring = KeyRing.Open(keys.Directory!, keys.CertificatePath, keys.CertificatePassword);
        var container = account.Blobs.GetBlobContainerClient(state.StateContainer);
        var hasRecords = false;
        await foreach (var _ in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            hasRecords = true;
            break;
        }

        return await KeyCustody.OpenAsync(
            ring,
            new BlobKeyStore(account.Blobs.GetBlobContainerClient(keys.Container)),
            keys,
            container.Uri.GetLeftPart(UriPartial.Path),
            hasRecords,
            TimeSpan.FromSeconds(keys.CacheSeconds),
            TimeProvider.System,
            cancellationToken);
    }
}
