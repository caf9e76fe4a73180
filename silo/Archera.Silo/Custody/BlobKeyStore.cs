using Archera.Grains.Custody;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Archera.Silo.Custody;

/// <summary>The key store of profile Cluster: a blob container of its own, shared by all silos.</summary>
public sealed class BlobKeyStore(BlobContainerClient container) : IKeyStore
{
    public string Place => container.Uri.GetLeftPart(UriPartial.Path);

    public Task<KeyDocument?> ReadAsync(string name, CancellationToken cancellationToken) => Ask(
        async () =>
        {
            var blob = await container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
            return new KeyDocument(blob.Value.Content.ToArray(), blob.Value.Details.ETag.ToString());
        },
        absent: (KeyDocument?)null);

    public Task<bool> TryWriteAsync(
        string name, ReadOnlyMemory<byte> content, string? version, CancellationToken cancellationToken) => Ask(
        async () =>
        {
            var condition = version is null
                ? new BlobRequestConditions { IfNoneMatch = ETag.All }
                : new BlobRequestConditions { IfMatch = new ETag(version) };
            await container.GetBlobClient(name).UploadAsync(
                new BinaryData(content), new BlobUploadOptions { Conditions = condition }, cancellationToken);
            return true;
        },
        absent: false);

    public Task<bool> TryDeleteAsync(string name, string version, CancellationToken cancellationToken) => Ask(
        async () =>
        {
            await container.GetBlobClient(name).DeleteAsync(
                DeleteSnapshotsOption.IncludeSnapshots,
                new BlobRequestConditions { IfMatch = new ETag(version) },
                cancellationToken);
            return true;
        },
        absent: false);

    // A container that is gone is no answer about what was in it.
    private async Task<T> Ask<T>(Func<Task<T>> ask, T absent)
    {
        try
        {
            return await ask();
        }
        catch (RequestFailedException refused) when (refused.ErrorCode == BlobErrorCode.BlobNotFound
            || refused.ErrorCode == BlobErrorCode.BlobAlreadyExists
            || refused.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            return absent;
        }
        catch (Exception failed) when (failed is RequestFailedException or AggregateException
            or Azure.Identity.AuthenticationFailedException)
        {
            var code = (failed as RequestFailedException)?.ErrorCode ?? failed.GetType().Name;
            throw new KeysUnavailableException($"The key store {Place} does not answer ({code}).", failed);
        }
    }
}
