using System.Net;
using Archera.Contracts.Refresh;
using Archera.Grains.Custody;
using Archera.Silo.Custody;
using Archera.Silo.Start;
using Orleans.Configuration;
using Orleans.Storage;
using Orleans.Streams;

namespace Archera.Silo.Clustering;

/// <summary>
/// Silos that share one Azure storage account: tables for members and reminders, blobs for state, queues for usage.
/// </summary>
public static class ClusterProfile
{
    /// <summary>The blob provider behind the seal; grains know the default provider only.</summary>
    public const string BlobStorage = "blobs";

    private const int DefaultSiloPort = 11111;
    private const int DefaultGatewayPort = 30000;

    public static void AddClusterProfile(
        this ISiloBuilder silo,
        ProfileOptions options,
        StateOptions state,
        UsageQueueOptions queues,
        StorageAccount account)
    {
        silo.Configure<ClusterOptions>(cluster =>
            (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId));
        Listen(silo, options);
        silo.UseAzureStorageClustering(members =>
            (members.TableName, members.TableServiceClient) = (state.MembershipTable, account.Tables));
        // Two missed probes of two seconds: a killed silo's accounts are served again within four.
        silo.Configure<ClusterMembershipOptions>(members =>
            (members.ProbeTimeout, members.NumMissedProbesLimit) = (TimeSpan.FromSeconds(2), 2));
        silo.UseAzureTableReminderService(reminders => reminders.Configure(table =>
            (table.TableName, table.TableServiceClient) = (state.ReminderTable, account.Tables)));
        silo.AddAzureBlobGrainStorage(BlobStorage, blobs =>
        {
            (blobs.ContainerName, blobs.BlobServiceClient) = (state.StateContainer, account.Blobs);
            blobs.GrainStorageSerializer = new RawRecordSerializer();
        });
        silo.Services.AddSealedGrainStorage(
            services => services.GetRequiredKeyedService<IGrainStorage>(BlobStorage));
        silo.Services.AddSingleton<ReminderCensus>();
        silo.Services.AddSingleton<IRecordCensus>(services => new BlobCensus(
            account.Blobs.GetBlobContainerClient(state.StateContainer),
            services.GetRequiredService<ReminderCensus>()));
        silo.AddAzureQueueStreams(UsageAggregate.StreamProvider, streams => Configure(streams, queues, account));
    }

    private static void Listen(ISiloBuilder silo, ProfileOptions options)
    {
        if (options.AdvertisedAddress == "auto")
        {
            silo.ConfigureEndpoints(
                Ports.Resolve(options.SiloPort ?? DefaultSiloPort, IPAddress.Any, "Cluster:SiloPort"),
                Ports.Resolve(options.GatewayPort ?? DefaultGatewayPort, IPAddress.Any, "Cluster:GatewayPort"));
            return;
        }

        if (!IPAddress.TryParse(options.AdvertisedAddress, out var address))
            throw new StartRefusedException(
                $"Cluster:AdvertisedAddress is '{options.AdvertisedAddress}'. Give an IP address of this "
                + "machine, or auto.");
        silo.ConfigureEndpoints(
            address,
            Ports.Resolve(options.SiloPort ?? DefaultSiloPort, address, "Cluster:SiloPort"),
            Ports.Resolve(options.GatewayPort ?? DefaultGatewayPort, address, "Cluster:GatewayPort"));
    }

    private static void Configure(
        SiloAzureQueueStreamConfigurator streams, UsageQueueOptions queues, StorageAccount account)
    {
        streams.ConfigureAzureQueue(queue => queue.Configure(azure =>
        {
            azure.QueueServiceClient = account.Queues;
            azure.QueueNames = queues.Names;
            azure.MessageVisibilityTimeout = TimeSpan.FromMinutes(queues.VisibilityMinutes);
        }));
        streams.ConfigureCacheSize(queues.CacheSize);
        streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly);
    }
}
