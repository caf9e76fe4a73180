using System.Net;
using Archera.Contracts.Refresh;
using Archera.Grains.Custody;
using Archera.Silo.Custody;
using Archera.Silo.Start;
using Orleans.Storage;
using Orleans.Streams;

namespace Archera.Silo.Embedded;

/// <summary>
/// One silo, SQLite and memory streams. The streams may be lost: a refresh repeats what was not acknowledged.
/// </summary>
public static class EmbeddedProfile
{
    /// <summary>The AdoNet provider behind seal and gate; grains know the default provider only.</summary>
    public const string SqliteStorage = "sqlite";

    // Orleans' name for the factory of Microsoft.Data.Sqlite; historical, no System.Data.SQLite is involved.
    private const string Invariant = "System.Data.SQLite";

    public static void AddEmbeddedProfile(this ISiloBuilder silo, ProfileOptions options, SqliteDatabase database)
    {
        var siloPort = Ports.Resolve(options.SiloPort ?? 0, IPAddress.Loopback, "Cluster:SiloPort");
        var gatewayPort = options.GatewayPort is { } asked
            ? Ports.Resolve(asked, IPAddress.Loopback, "Cluster:GatewayPort")
            : 0;
        silo.UseLocalhostClustering(siloPort, gatewayPort, null, options.ServiceId, options.ClusterId);

        silo.AddAdoNetGrainStorage(SqliteStorage, storage =>
        {
            storage.Invariant = Invariant;
            storage.ConnectionString = database.ConnectionString;
            storage.GrainStorageSerializer = new RawRecordSerializer();
            storage.DeleteStateOnClear = true;
        });
        silo.Services.AddSealedGrainStorage(services => new SqliteWriteGate(
            services.GetRequiredKeyedService<IGrainStorage>(SqliteStorage),
            services.GetRequiredService<SqliteTurn>()));
        silo.UseAdoNetReminderService(reminders =>
        {
            reminders.Invariant = Invariant;
            reminders.ConnectionString = database.ConnectionString;
        });
        silo.Services.AddSingleton<SqliteTurn>();
        silo.Services.AddSingleton<ReminderCensus>();
        silo.Services.AddSingleton<IRecordCensus>(services =>
            ActivatorUtilities.CreateInstance<SqliteCensus>(services, database));
        SqliteReminderGate.PutBefore(silo.Services);
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, SqliteDurability>();

        silo.AddMemoryStreams(
            UsageAggregate.StreamProvider,
            streams => streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly));
    }
}
