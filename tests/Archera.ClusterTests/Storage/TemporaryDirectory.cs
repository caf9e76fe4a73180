namespace Archera.ClusterTests.Storage;

/// <summary>A data directory, and beside it places for the key ring and the key store.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("archera-").FullName;

    public TemporaryDirectory() => Directory.CreateDirectory(Path);

    public string Path => System.IO.Path.Combine(_root, "data");

    public string Keys => System.IO.Path.Combine(_root, "keys");

    public string KeyStore => System.IO.Path.Combine(_root, "keystore");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
