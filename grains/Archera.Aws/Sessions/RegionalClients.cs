using System.Collections.Concurrent;
using Archera.Aws.Calls;
using Archera.Contracts.Identity;

namespace Archera.Aws.Sessions;

/// <summary>
/// One account's clients of an API that is asked in each Region, each with a pipeline of its own; made when a Region is
/// first asked.
/// </summary>
internal sealed class RegionalClients<TClient>(Func<AwsRegion, TClient> client, Func<CallPipeline> pipeline)
    : IDisposable
    where TClient : IDisposable
{
    private readonly ConcurrentDictionary<AwsRegion, Lazy<(TClient Client, CallPipeline Pipeline)>> _byRegion = new();

    public (TClient Client, CallPipeline Pipeline) In(AwsRegion region) =>
        _byRegion.GetOrAdd(region, asked => new(() => (client(asked), pipeline()))).Value;

    public void Dispose()
    {
        foreach (var made in _byRegion.Values.Where(made => made.IsValueCreated))
            made.Value.Client.Dispose();
    }
}
