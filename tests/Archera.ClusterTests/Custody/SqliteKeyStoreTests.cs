using System.Text;
using Archera.Grains.Custody;
using Archera.Silo.Custody;
using Archera.Silo.Start;

namespace Archera.ClusterTests.Custody;

public sealed class SqliteKeyStoreTests : KeyStoreContract, IDisposable
{
    private readonly KeyPlace _place = new();
    private readonly SqliteKeyStore _store;

    public SqliteKeyStoreTests() => _store = SqliteKeyStore.Open(_place.Store);

    protected override IKeyStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        _place.Dispose();
    }

    [Fact]
    public async Task Keeps_no_copy_of_a_deleted_document_in_its_files()
    {
        var token = TestContext.Current.CancellationToken;
        await _store.TryWriteAsync("payer/x", "a key that nobody may find"u8.ToArray(), null, token);
        await _store.TryDeleteAsync("payer/x", (await _store.ReadAsync("payer/x", token))!.Version, token);

        Directory.GetFiles(_place.Store).Select(Path.GetFileName).ShouldBe([SqliteKeyStore.FileName]);
        Encoding.Latin1.GetString(File.ReadAllBytes(_store.Place)).ShouldNotContain("nobody may find");
    }

    [Fact]
    public async Task Says_that_it_is_unavailable_when_it_does_not_answer()
    {
        _place.Execute("ALTER TABLE document RENAME TO elsewhere");

        var failed = await Should.ThrowAsync<KeysUnavailableException>(
            () => _store.ReadAsync("payer/x", TestContext.Current.CancellationToken));

        failed.Message.ShouldContain(_store.Place);
    }

    [Fact]
    public void Refuses_a_file_of_a_newer_program()
    {
        _place.Execute("PRAGMA user_version=99");
        Should.Throw<StartRefusedException>(() => SqliteKeyStore.Open(_place.Store))
            .Message.ShouldContain("newer program");
    }
}
