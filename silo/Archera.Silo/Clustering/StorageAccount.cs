using Archera.Silo.Start;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Archera.Silo.Clustering;

/// <summary>
/// The one storage account of a cluster, written as a connection string or as the account's blob address
/// (<c>https://name.blob.core.windows.net</c>), which signs in with the machine's own identity.
/// </summary>
public sealed record StorageAccount(TableServiceClient Tables, BlobServiceClient Blobs, QueueServiceClient Queues)
{
    public const string ConnectionName = "storage";

    // A start-up check and a grain's write both prefer an error that is passed on to one that is waited out.
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    /// <exception cref="StartRefusedException">It is absent or can't be read; the message holds none of it.</exception>
    public static StorageAccount From(IConfiguration configuration)
    {
        var text = configuration.GetConnectionString(ConnectionName);
        if (string.IsNullOrWhiteSpace(text))
            throw new StartRefusedException(
                "ConnectionStrings:storage is missing. Profile Cluster needs an Azure storage account: give its "
                + "connection string, or its address https://<account>.blob.core.windows.net to sign in as this "
                + "machine.");
        try
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var address)
                ? ByIdentity(address)
                : new(
                    new TableServiceClient(text, Bounded(new TableClientOptions())),
                    new BlobServiceClient(text, Bounded(new BlobClientOptions())),
                    new QueueServiceClient(text, Bounded(new QueueClientOptions())));
        }
        catch (Exception bad) when (bad is FormatException or ArgumentException or InvalidOperationException)
        {
            // Without the inner exception: its message may repeat the key.
            throw new StartRefusedException(
                "ConnectionStrings:storage is neither a storage connection string nor "
                + "https://<account>.blob.<suffix>.");
        }
    }

    private static StorageAccount ByIdentity(Uri blobs)
    {
        if (blobs.Scheme != Uri.UriSchemeHttps || !blobs.Host.Contains(".blob.", StringComparison.Ordinal))
            throw new FormatException();
        var identity = new DefaultAzureCredential();
        return new(
            new TableServiceClient(Sibling(blobs, "table"), identity, Bounded(new TableClientOptions())),
            new BlobServiceClient(blobs, identity, Bounded(new BlobClientOptions())),
            new QueueServiceClient(Sibling(blobs, "queue"), identity, Bounded(new QueueClientOptions())));
    }

    private static Uri Sibling(Uri blobs, string service) =>
        new UriBuilder(blobs) { Host = blobs.Host.Replace(".blob.", $".{service}.", StringComparison.Ordinal) }.Uri;

    private static T Bounded<T>(T options)
        where T : ClientOptions
    {
        options.Retry.NetworkTimeout = AttemptTimeout;
        options.Retry.MaxRetries = 3;
        return options;
    }
}
