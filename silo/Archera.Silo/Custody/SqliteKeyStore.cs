using System.Security.Cryptography;
using Archera.Grains.Custody;
using Archera.Silo.Start;
using Microsoft.Data.Sqlite;

namespace Archera.Silo.Custody;

/// <summary>
/// The key store of profile Embedded: a SQLite file of its own. Without a write-ahead log and with secure deletion, so
/// that a deleted key leaves no copy in the file.
/// </summary>
public sealed class SqliteKeyStore : IKeyStore, IDisposable
{
    public const string FileName = "keys.db";

    private const int SchemaVersion = 1;

    private const string EachConnection = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; ";

    private readonly string _connectionString;

    private SqliteKeyStore(string path) => (Place, _connectionString) = (path, new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = 30,
    }.ToString());

    public string Place { get; }

    /// <exception cref="StartRefusedException">The file is damaged, of a newer program, or not writable.</exception>
    public static SqliteKeyStore Open(string directory)
    {
        var path = Path.Combine(PrivateDirectory.Make(directory, "Keys:Store"), FileName);
        var store = new SqliteKeyStore(path);
        try
        {
            using var connection = store.Connect();
            store.Prepare(connection);
            return store;
        }
        catch (SqliteException refused)
        {
            throw store.Unusable(refused);
        }
    }

    /// <summary>The file that holds keys already; null where there is none. Nothing is made.</summary>
    /// <exception cref="StartRefusedException">The file is not a database.</exception>
    public static string? FindKeys(string directory)
    {
        var file = new FileInfo(Path.Combine(directory, FileName));
        if (file is not { Exists: true, Length: > 0 })
            return null;
        using var store = new SqliteKeyStore(file.FullName);
        try
        {
            using var connection = store.Connect();
            return HoldsKeys(connection) ? store.Place : null;
        }
        catch (SqliteException refused)
        {
            throw store.Unusable(refused);
        }
    }

    public Task<KeyDocument?> ReadAsync(string name, CancellationToken cancellationToken) => Run(connection =>
    {
        using var command = Command(connection, "SELECT content, version FROM document WHERE name=@name", name);
        using var row = command.ExecuteReader();
        return row.Read()
            ? new KeyDocument((byte[])row[0], row.GetString(1))
            : null;
    });

    public Task<bool> TryWriteAsync(
        string name, ReadOnlyMemory<byte> content, string? version, CancellationToken cancellationToken) =>
        Run(connection =>
        {
            using var command = Command(
                connection,
                version is null
                    ? "INSERT INTO document(name, version, content) VALUES(@name, @next, @content) "
                        + "ON CONFLICT DO NOTHING"
                    : "UPDATE document SET version=@next, content=@content WHERE name=@name AND version=@version",
                name,
                version);
            // Random: a document that was deleted and made again must not have a version that somebody has seen.
            command.Parameters.AddWithValue("@next", RandomNumberGenerator.GetHexString(32, lowercase: true));
            command.Parameters.AddWithValue("@content", content.ToArray());
            return command.ExecuteNonQuery() == 1;
        });

    public Task<bool> TryDeleteAsync(string name, string version, CancellationToken cancellationToken) =>
        Run(connection =>
        {
            using var command = Command(
                connection, "DELETE FROM document WHERE name=@name AND version=@version", name, version);
            return command.ExecuteNonQuery() == 1;
        });

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, string name, string? version = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@name", name);
        if (version is not null)
            command.Parameters.AddWithValue("@version", version);
        return command;
    }

    private static bool HoldsKeys(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT EXISTS(SELECT 1 FROM sqlite_schema WHERE name='document')";
        if (command.ExecuteScalar() is not 1L)
            return false;
        command.CommandText = "SELECT EXISTS(SELECT 1 FROM document)";
        return command.ExecuteScalar() is 1L;
    }

    private StartRefusedException Unusable(SqliteException refused) =>
        new(
            $"{Place} cannot be used ({refused.Message.TrimEnd('.')}). Restore the key store, or correct Keys:Store.",
            refused);

    private void Prepare(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        if (command.ExecuteScalar() is not "ok")
            throw new StartRefusedException($"{Place} is damaged. Restore the key store; nothing was changed.");
        command.CommandText = "PRAGMA user_version";
        if ((long)command.ExecuteScalar()! > SchemaVersion)
            throw new StartRefusedException(
                $"{Place} is of a newer program. Start that one, or restore a backup from before the upgrade.");
        command.CommandText =
            $"""
            CREATE TABLE IF NOT EXISTS document(
                name TEXT PRIMARY KEY,
                version TEXT NOT NULL,
                content BLOB NOT NULL) WITHOUT ROWID;
            PRAGMA user_version={SchemaVersion};
            """;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = EachConnection;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private Task<T> Run<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            using var connection = Connect();
            return Task.FromResult(work(connection));
        }
        catch (SqliteException failed)
        {
            return Task.FromException<T>(new KeysUnavailableException(
                $"The key store {Place} does not answer ({failed.Message.TrimEnd('.')}).", failed));
        }
    }
}
