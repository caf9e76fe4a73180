using Archera.Silo.Custody;
using Archera.Silo.Start;
using Microsoft.Data.Sqlite;

namespace Archera.Silo.Embedded;

/// <summary>The database file: made, brought to this program's schema and examined before Orleans opens it.</summary>
public sealed class SqliteDatabase : IDisposable
{
    // How long a write waits for another connection's write (a reminder's, or a backup's read lock) before it fails.
    private const int BusyTimeoutSeconds = 30;

    private readonly string _path;

    private SqliteDatabase(string path)
    {
        _path = path;
        ConnectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = BusyTimeoutSeconds,
        }.ToString();
    }

    /// <summary>What Orleans' providers open their connections with.</summary>
    public string ConnectionString { get; }

    /// <param name="keyStore">The key store that holds keys already; null where nothing was ever sealed.</param>
    /// <exception cref="StartRefusedException">The file is damaged, lost, of a newer program, or not a
    /// database.</exception>
    public static SqliteDatabase Open(string path, IntegrityCheck check, string? keyStore)
    {
        var database = new SqliteDatabase(path);
        if (!File.Exists(path))
            database.RequireFirstStart(keyStore);
        try
        {
            using var connection = new SqliteConnection(database.ConnectionString);
            connection.Open();
            database.Prepare(connection, check, keyStore);
            return database;
        }
        catch (SqliteException refused)
        {
            throw new StartRefusedException(
                $"{path} cannot be used ({refused.Message.TrimEnd('.')}). Restore a backup, or move the file away.",
                refused);
        }
    }

    /// <summary>Whether any grain has ever stored something.</summary>
    public bool HasRecords()
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return Scalar(connection, "SELECT EXISTS(SELECT 1 FROM grain_record)") is 1L;
    }

    /// <summary>Key and first bytes of every record, in no order.</summary>
    public IEnumerable<RecordHead> Heads()
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key, substr(payload, 1, @length) FROM grain_record WHERE payload IS NOT NULL";
        command.Parameters.AddWithValue("@length", SealedBytes.Overhead);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return new RecordHead(rows.GetString(0), (byte[])rows[1]);
    }

    /// <summary>Closes the pooled connections, so that SQLite folds its write-ahead log into the file.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    private void Prepare(SqliteConnection connection, IntegrityCheck check, string? keyStore)
    {
        Examine(connection, check);
        var version = RequireKnownVersion(connection);
        if (version == 0)
            RequireFirstStart(keyStore);
        // From here on the file is changed: what is refused is left as it was.
        Scalar(connection, "PRAGMA journal_mode=WAL");
        Migrate(connection, version);
        WriteQueries(connection);
    }

    // A first start makes the tables before the first key: keys without tables are of a database that is lost.
    private void RequireFirstStart(string? keyStore)
    {
        if (keyStore is not null)
            throw new StartRefusedException(
                $"{_path} is missing or empty, but the key store {keyStore} holds keys. Restore the database; to begin "
                + "anew, move the key store and the key ring away too. Nothing was changed.");
    }

    private void Examine(SqliteConnection connection, IntegrityCheck check)
    {
        if (check == IntegrityCheck.None)
            return;
        var pragma = check == IntegrityCheck.Full ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)";
        var answer = Scalar(connection, pragma);
        if (answer is not "ok")
            throw new StartRefusedException(
                $"{_path} is damaged ({answer}). Restore a backup; nothing was changed.".ReplaceLineEndings(" "));
    }

    private int RequireKnownVersion(SqliteConnection connection)
    {
        var version = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), null);
        return version <= SqliteSchema.Version
            ? version
            : throw new StartRefusedException(
                $"{_path} has schema version {version} and this program knows {SqliteSchema.Version}. Start the newer "
                + "program, or restore a backup from before the upgrade.");
    }

    private static void Migrate(SqliteConnection connection, int version)
    {
        for (; version < SqliteSchema.Version; version++)
            InTransaction(connection, $"{SqliteSchema.Steps[version]} PRAGMA user_version={version + 1};");
    }

    private static void WriteQueries(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM OrleansQuery";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO OrleansQuery(QueryKey, QueryText) VALUES(@key, @text)";
        foreach (var (key, text) in SqliteQueries.All)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("@key", key);
            command.Parameters.AddWithValue("@text", text);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void InTransaction(SqliteConnection connection, string sql)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
