using Archera.Sandbox.Aws.Machines;

namespace Archera.Sandbox.Aws.CloudWatch.Machines;

/// <summary>What EC2 and the agent measure on the machines of the world.</summary>
internal sealed class MachineMetrics(MachineWorld machines, int seed) : IMetricSource
{
    private static readonly ILookup<string, MachineMetric> ByName = MachineMetric.All.ToLookup(metric => metric.Name);

    public IEnumerable<IMetricSeries> Between(string account, string region, long from, long until) =>
        machines.Between(account, region, At(from), At(until))
            .OrderBy(machine => machine.InstanceId, StringComparer.Ordinal)
            .SelectMany(Of);

    public IMetricSeries? Find(string account, string region, MetricKey key)
    {
        if (MachineMetric.InstanceOf(key) is not { } id
            || ByName[key.Name].FirstOrDefault(metric => metric.Namespace == key.Namespace) is not { } metric
            || machines.Find(account, id) is not { } machine
            || machine.Region != region
            || !metric.IsOf(machine)
            || !metric.KeyOf(machine).Equals(key))
            return null;
        return new MachineSeries(machine, metric, new Workload(seed, machine));
    }

    private IEnumerable<IMetricSeries> Of(Machine machine)
    {
        var workload = new Workload(seed, machine);
        return MachineMetric.All
            .Where(metric => metric.IsOf(machine))
            .Select(metric => new MachineSeries(machine, metric, workload));
    }

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
