namespace Archera.ClusterTests.Storage;

[Alias("archera.tests.INoteGrain")]
public interface INoteGrain : IGrainWithStringKey
{
    [Alias("Read")]
    Task<string> ReadAsync();

    [Alias("Write")]
    Task WriteAsync(string text);
}
