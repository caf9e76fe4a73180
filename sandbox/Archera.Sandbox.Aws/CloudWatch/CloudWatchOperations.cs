using Archera.Sandbox.Aws.CloudWatch.Files;
using Archera.Sandbox.Aws.CloudWatch.Machines;
using Archera.Sandbox.Aws.Protocol.Shapes;
using Archera.Sandbox.Aws.Throttling;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>The operations of the simulated CloudWatch.</summary>
internal static class CloudWatchOperations
{
    /// <summary>What a caller gave, then what was recorded, then what the world's machines measure.</summary>
    internal static IMetricSource Metrics(AwsWorld world, DateOnly today, int seed, CloudWatchOptions options) =>
        new MetricCatalogue(
        [
            .. options.Sources,
            .. options.Folder is { } folder
                ? [new FileMetrics(MetricFolder.Read(folder), world, today)]
                : Array.Empty<IMetricSource>(),
            new MachineMetrics(world.Machines, seed),
        ]);

    /// <param name="seed">Marks page tokens as this simulator's own.</param>
    internal static IReadOnlyList<IShapedOperation> Create(
        IMetricSource source, RequestThrottle throttle, int seed, CloudWatchOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PointsPerPage, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MetricsPerPage, 1);
        var tokens = new MetricTokens(seed);
        return [new GetMetricData(source, throttle, tokens, options), new ListMetrics(source, tokens, options)];
    }
}
