using Archera.Contracts.Refresh;
using Archera.Silo.Clustering;
using Archera.Silo.Custody;
using Archera.Silo.Start;
using Archera.Silo.State;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Storage;
using Orleans.Streams;

namespace Archera.ClusterTests.Clustering;

/// <summary>
/// What Orleans will run with in profile Cluster. Its defaults repeat most of a backlog, serve a killed silo's accounts
/// late and store type names; none of that would fail a test that only reads figures.
/// </summary>
public sealed class ClusterProfileTests : IDisposable
{
    private readonly IHost _silo = Build();

    public void Dispose() => _silo.Dispose();

    [Fact]
    public void Deletes_finished_messages_before_they_are_visible_again()
    {
        Of<SimpleQueueCacheOptions>().CacheSize.ShouldBe(64);
        Of<AzureQueueOptions>().MessageVisibilityTimeout.ShouldBe(TimeSpan.FromMinutes(5));
        Of<AzureQueueOptions>().QueueNames.ShouldBeUnique();
        Of<AzureQueueOptions>().QueueNames.Count.ShouldBe(8);
    }

    [Fact]
    public void Needs_no_store_of_subscriptions() =>
        Of<StreamPubSubOptions>().PubSubType.ShouldBe(StreamPubSubType.ImplicitOnly);

    [Fact]
    public void Declares_a_silent_silo_dead_after_two_probes_of_two_seconds()
    {
        var members = _silo.Services.GetRequiredService<IOptions<ClusterMembershipOptions>>().Value;

        (members.ProbeTimeout, members.NumMissedProbesLimit).ShouldBe((TimeSpan.FromSeconds(2), 2));
    }

    [Fact]
    public void Stores_nothing_but_sealed_bytes() => Of<AzureBlobStorageOptions>(ClusterProfile.BlobStorage)
        .GrainStorageSerializer.ShouldBeOfType<RawRecordSerializer>();

    private T Of<T>(string name = UsageAggregate.StreamProvider) =>
        _silo.Services.GetRequiredService<IOptionsMonitor<T>>().Get(name);

    private static IHost Build()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:storage", "UseDevelopmentStorage=true")]);
        builder.Services.AddSingleton<IGrainStorageSerializer, VersionedStateSerializer>();
        builder.UseOrleans(silo => silo.AddClusterProfile(
            new ProfileOptions { SiloPort = 0, GatewayPort = 0 },
            new StateOptions(),
            new UsageQueueOptions(),
            StorageAccount.From(builder.Configuration)));
        return builder.Build();
    }
}
