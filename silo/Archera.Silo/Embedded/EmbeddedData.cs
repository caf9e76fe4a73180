using Archera.Silo.Custody;
using Archera.Silo.Start;

namespace Archera.Silo.Embedded;

/// <summary>
/// The locked data directory and the database in it, released together after everything that uses them.
/// </summary>
public sealed class EmbeddedData : IDisposable
{
    private EmbeddedData(DataDirectory directory, SqliteDatabase database)
    {
        Directory = directory;
        Database = database;
    }

    public DataDirectory Directory { get; }

    public SqliteDatabase Database { get; }

    /// <exception cref="StartRefusedException">The directory or the database cannot be used, or was lost and left its
    /// keys behind.</exception>
    public static EmbeddedData Open(EmbeddedOptions options, KeyOptions keys)
    {
        var directory = DataDirectory.Open(options.Directory);
        try
        {
            var keyStore = SqliteKeyStore.FindKeys(keys.Store);
            return new EmbeddedData(
                directory, SqliteDatabase.Open(directory.Database, options.IntegrityCheck, keyStore));
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Database.Dispose();
        Directory.Dispose();
    }
}
