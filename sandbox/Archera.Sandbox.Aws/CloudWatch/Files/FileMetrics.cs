using Archera.Sandbox.Aws.Machines;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CloudWatch.Files;

/// <summary>
/// Recorded series in the place of computed ones. Those of EC2 go to machines of the world that are up all the time,
/// one each; what the machine would have measured under the same name is gone. The others stand beside, in the first
/// account. All are shifted by whole days, so that the time of day stays, and end on the day before today.
/// </summary>
internal sealed class FileMetrics : IMetricSource
{
    private const string Region = "us-east-1";
    private const string Ec2 = CloudWatch.Machines.MachineMetric.Ec2;
    private const int DaySeconds = 86_400;

    private readonly ILookup<(string Account, string Region), FileSeries> _series;

    /// <exception cref="ArgumentException">The world has too few machines that are up all the time.</exception>
    internal FileMetrics(IReadOnlyList<RecordedMetric> recorded, AwsWorld world, DateOnly today)
    {
        var shifted = recorded.Select(metric => Shift(metric, today)).ToLookup(metric => metric.Namespace == Ec2);
        _series = shifted[false]
            .Select(metric => (Place: (Account: First(world), Region), Series: Beside(metric)))
            .Concat(OnMachines([.. shifted[true]], world))
            .ToLookup(placed => placed.Place, placed => placed.Series);
    }

    public IEnumerable<IMetricSeries> Between(string account, string region, long from, long until) =>
        _series[(account, region)].Where(series => series.Samples(from, until).Any());

    public IMetricSeries? Find(string account, string region, MetricKey key) =>
        _series[(account, region)].FirstOrDefault(series => series.Key.Equals(key));

    private static string First(AwsWorld world) => world.Organizations[0].Accounts[0].Id;

    private static RecordedMetric Shift(RecordedMetric metric, DateOnly today)
    {
        var last = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(metric.Samples[^1].At).UtcDateTime);
        var seconds = (long)(today.DayNumber - 1 - last.DayNumber) * DaySeconds;
        return metric with
        {
            Samples = [.. metric.Samples.Select(sample => sample with { At = sample.At + seconds })],
        };
    }

    /// <summary>Account by account, each machine the first series that it is up for: the same at every start.</summary>
    private static List<((string Account, string Region) Place, FileSeries Series)> OnMachines(
        List<RecordedMetric> metrics, AwsWorld world)
    {
        var placed = new List<((string, string), FileSeries)>();
        foreach (var machine in world.Organizations.SelectMany(organization => organization.Accounts)
            .Select(account => account.Id).Distinct()
            .SelectMany(account => Machines(world.Machines, account, metrics)))
        {
            if (metrics.Find(metric => IsUp(machine, metric)) is not { } metric)
                continue;
            metrics.Remove(metric);
            placed.Add(((machine.Account, machine.Region), Of(machine, metric)));
        }

        return metrics.Count == 0 ? placed : throw new ArgumentException(
            $"No machine of this world is up all the time that {metrics[0].Name} is of, or another series has it: "
            + $"{metrics.Count} are without one. Take a world with more accounts or machines.");
    }

    private static IEnumerable<Machine> Machines(MachineWorld machines, string account, List<RecordedMetric> metrics) =>
        metrics.Count == 0 ? [] : machines
            .Between(account, null, metrics.Min(From), metrics.Max(Until))
            .OrderBy(machine => machine.InstanceId, StringComparer.Ordinal);

    private static bool IsUp(Machine machine, RecordedMetric metric) => machine.Up(From(metric), Until(metric))
        .Any(up => up.From <= From(metric) && (up.To is null || up.To >= Until(metric)));

    private static DateTimeOffset From(RecordedMetric metric) =>
        DateTimeOffset.FromUnixTimeSeconds(metric.Samples[0].At);

    private static DateTimeOffset Until(RecordedMetric metric) =>
        DateTimeOffset.FromUnixTimeSeconds(metric.Samples[^1].At + 1);

    private static FileSeries Of(Machine machine, RecordedMetric metric) =>
        Series(metric, new MetricDimension("InstanceId", machine.InstanceId));

    private static FileSeries Beside(RecordedMetric metric) => Series(metric, new MetricDimension(
        metric.Namespace switch
        {
            "AWS/RDS" => "DBInstanceIdentifier",
            "AWS/ELB" => "LoadBalancerName",
            _ => "Source",
        },
        metric.Name));

    private static FileSeries Series(RecordedMetric metric, MetricDimension dimension) => new(
        new MetricKey(metric.Namespace, metric.Metric, [dimension]), metric.Unit, [.. metric.Samples]);
}
