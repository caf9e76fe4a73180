using Archera.Silo.Start;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Archera.Silo.Embedded;

/// <summary>
/// Asserts, with the very settings that Orleans' providers connect with, that what they write survives a power cut:
/// write-ahead log, and a sync at each commit. Runs before the first grain can write.
/// </summary>
public sealed class SqliteDurability(
    IOptionsMonitor<AdoNetGrainStorageOptions> grainStorage,
    IOptions<AdoNetReminderTableOptions> reminders) : ILifecycleParticipant<ISiloLifecycle>
{
    // SQLite's number for synchronous=FULL; NORMAL, which may lose the last commits, is 1.
    private const long Full = 2;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(SqliteDurability), ServiceLifecycleStage.RuntimeInitialize, _ =>
        {
            Require(grainStorage.Get(EmbeddedProfile.SqliteStorage).ConnectionString);
            Require(reminders.Value.ConnectionString);
            return Task.CompletedTask;
        });

    /// <exception cref="StartRefusedException">A connection would write less durably.</exception>
    public static void Require(string? connectionString)
    {
        using var connection = SqliteFactory.Instance.CreateConnection()!;
        connection.ConnectionString = connectionString;
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = SqliteQueries.Durably
            + "SELECT journal_mode, synchronous FROM pragma_journal_mode, pragma_synchronous";
        using var row = command.ExecuteReader();
        row.Read();
        var (journal, synchronous) = (row.GetString(0), row.GetInt64(1));
        if (journal != "wal" || synchronous != Full)
            throw new StartRefusedException(
                $"SQLite answers journal_mode={journal}, synchronous={synchronous} where wal and {Full} are needed: "
                + "writes would not survive a power cut. Move Embedded:Directory to a local disk.");
    }
}
