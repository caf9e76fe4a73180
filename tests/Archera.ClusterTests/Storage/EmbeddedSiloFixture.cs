namespace Archera.ClusterTests.Storage;

public sealed class EmbeddedSiloFixture : IAsyncLifetime
{
    public TemporaryDirectory Directory { get; } = new();

    public EmbeddedSilo Silo { get; private set; } = null!;

    public string Database => Directory.File("archera.db");

    public async ValueTask InitializeAsync() => Silo = await EmbeddedSilo.StartAsync(Directory);

    public async ValueTask DisposeAsync()
    {
        if (Silo is not null)
            await Silo.DisposeAsync();
        Directory.Dispose();
    }
}
