using Archera.ClusterTests.Custody;
using Archera.EndToEndTests.Cluster;
using Archera.EndToEndTests.Processes;
using Archera.Grains.Custody;
using Archera.Silo.Custody;
using Azure.Storage.Blobs;

namespace Archera.EndToEndTests.Custody;

/// <summary>The key store of profile Cluster on Azurite, by the contract that profile Embedded's passes too.</summary>
public sealed class BlobKeyStoreTests : KeyStoreContract, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private AzuriteProcess? _storage;
    private BlobServiceClient _blobs = null!;
    private BlobKeyStore _store = null!;

    protected override IKeyStore Store => _store;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(AzuriteProcess.NodeIsInstalled(), "node is not installed: Azurite can't run");
        _storage = await AzuriteProcess.StartAsync(_folder.Under("azurite"));
        _blobs = new BlobServiceClient(_storage.ConnectionString);
        var container = _blobs.GetBlobContainerClient("archera-keystore");
        await container.CreateIfNotExistsAsync(cancellationToken: Token);
        _store = new BlobKeyStore(container);
    }

    public async ValueTask DisposeAsync()
    {
        if (_storage is not null)
            await _storage.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Gives_silos_that_make_a_key_at_once_the_same_one()
    {
        var silos = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(ChainAsync)));
        var payer = KeyScope.Parse("payer/aws:111122223333");

        var keys = await Task.WhenAll(silos.Select(
            silo => Task.Run(() => silo.CurrentAsync(payer, Token).AsTask())));

        keys.Select(key => Convert.ToHexString(key.Material)).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Says_that_it_is_unavailable_when_its_container_is_gone()
    {
        var gone = new BlobKeyStore(_blobs.GetBlobContainerClient("no-such-container"));

        await Should.ThrowAsync<KeysUnavailableException>(() => gone.ReadAsync("payer/x", Token));
        await Should.ThrowAsync<KeysUnavailableException>(
            () => gone.TryWriteAsync("payer/x", new byte[] { 1 }, null, Token));
    }

    private async Task<KeyChain> ChainAsync()
    {
        var custody = await KeyCustody.OpenAsync(
            KeyRing.Open(_folder.Under("keys"), null, null),
            _store,
            new KeyOptions(),
            "The test's state",
            stateHasRecords: false,
            TimeSpan.Zero,
            TimeProvider.System,
            Token);
        return custody.Keys;
    }
}
