using Archera.ClusterTests.Storage;
using Archera.Silo.Custody;
using Archera.Silo.Start;
using Microsoft.Data.Sqlite;

namespace Archera.ClusterTests.Custody;

/// <summary>A key ring and a key store on disk, opened as often as the test wants.</summary>
public sealed class KeyPlace : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public string Ring => _directory.Keys;

    public string Store => _directory.KeyStore;

    /// <exception cref="StartRefusedException">As at the start of a silo.</exception>
    public Task<KeyCustody> OpenAsync(
        bool stateHasRecords = false, TimeProvider? time = null, TimeSpan othersForgetAfter = default) =>
        KeyCustody.OpenAsync(
            KeyRing.Open(Ring, null, null),
            SqliteKeyStore.Open(Store),
            new KeyOptions(),
            "The test's state",
            stateHasRecords,
            othersForgetAfter,
            time ?? TimeProvider.System,
            TestContext.Current.CancellationToken);

    public async Task<KeyChain> ChainAsync(TimeProvider? time = null, TimeSpan othersForgetAfter = default) =>
        (await OpenAsync(time: time, othersForgetAfter: othersForgetAfter)).Keys;

    public void Execute(string sql)
    {
        using var connection = new SqliteConnection(
            $"Data Source={System.IO.Path.Combine(Store, SqliteKeyStore.FileName)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => _directory.Dispose();
}
