using Archera.Contracts.Identity;
using Archera.Grains.Custody;
using Archera.Silo.Embedded;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Archera.Silo.Custody;

/// <summary>
/// The census of profile Embedded. A deleted row leaves its bytes in the file's free space and in the write-ahead log:
/// the scrub copies what there is into a new file and empties the log. Meanwhile nobody else writes.
/// </summary>
public sealed class SqliteCensus(
    SqliteDatabase database, SqliteTurn turn, ReminderCensus reminders, IOptions<ClusterOptions> cluster)
    : IRecordCensus
{
    private string Service => cluster.Value.ServiceId;

    public async Task<IReadOnlyList<CountedRecord>> ListAsync(
        PayerAccountKey account, CancellationToken cancellationToken)
    {
        var records = new List<CountedRecord>(await reminders.ListAsync(account, cancellationToken));
        using var connection = Open();
        using var command = connection.CreateCommand();
        // '0' follows '/': the range holds every key that begins with the account and a slash.
        command.CommandText =
            """
            SELECT state, key FROM grain_record
            WHERE service=@service AND (key=@account OR key>@account||'/' AND key<@account||'0')
            """;
        command.Parameters.AddWithValue("@service", Service);
        command.Parameters.AddWithValue("@account", account.ToString());
        using var rows = command.ExecuteReader();
        while (rows.Read())
            records.Add(new CountedRecord(rows.GetString(0), rows.GetString(1), "grain_record"));
        return records;
    }

    public async Task DeleteAsync(IReadOnlyList<CountedRecord> records, CancellationToken cancellationToken)
    {
        await reminders.DeleteAsync(records, cancellationToken);
        await WriteAsync(connection => Delete(connection, records), cancellationToken);
    }

    public Task ScrubAsync(CancellationToken cancellationToken) => WriteAsync(
        connection =>
        {
            Run(connection, "VACUUM");
            EmptyLog(connection);
        },
        cancellationToken);

    /// <summary>Writes on a thread of its own: it may take as long as the file is large.</summary>
    private Task WriteAsync(Action<SqliteConnection> write, CancellationToken cancellationToken) => turn.TakeAsync(
        async () =>
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            using var connection = Open();
            Run(connection, SqliteQueries.Durably);
            write(connection);
        },
        cancellationToken);

    private void Delete(SqliteConnection connection, IReadOnlyList<CountedRecord> records)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM grain_record WHERE service=@service AND state=@state AND key=@key";
        foreach (var record in records.Where(record => record.Name != CountedRecord.Reminder))
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("@service", Service);
            command.Parameters.AddWithValue("@state", record.Name);
            command.Parameters.AddWithValue("@key", record.GrainKey);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <exception cref="IOException">Somebody reads: the log could not be emptied now.</exception>
    private static void EmptyLog(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        using var row = command.ExecuteReader();
        if (!row.Read() || row.GetInt64(0) != 0)
            throw new IOException("The write-ahead log is in use and could not be emptied.");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        return connection;
    }
}
