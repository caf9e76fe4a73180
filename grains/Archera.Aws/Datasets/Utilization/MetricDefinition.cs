using System.Collections.Immutable;

namespace Archera.Aws.Datasets.Utilization;

/// <summary>How CloudWatch names a metric of machines, and which of its statistics are asked for.</summary>
/// <param name="Metric">What it is to us.</param>
/// <param name="Unit">Of our figures.</param>
/// <param name="Main">The statistic that mean and p95 are made of.</param>
/// <param name="Peak">The statistic that the maximum is taken from; the same as <paramref name="Main"/> where one is
/// asked for.</param>
/// <param name="IsRate">A point is what came together in its period: figures are that, a second.</param>
public sealed record MetricDefinition(
    MachineMetric Metric,
    string Namespace,
    string Name,
    string Unit,
    string Main,
    string Peak,
    bool IsRate)
{
    private const string Ec2 = "AWS/EC2";
    private const string Agent = "CWAgent";
    private const string Average = "Average";
    private const string Maximum = "Maximum";
    private const string Sum = "Sum";

    /// <summary>The most that is asked of one metric.</summary>
    public const int MaxStatistics = 2;

    /// <summary>The namespaces that are listed, EC2's own first.</summary>
    public static ImmutableArray<string> Namespaces { get; } = [Ec2, Agent];

    public static ImmutableArray<MetricDefinition> All { get; } =
    [
        new(MachineMetric.CpuUtilization, Ec2, "CPUUtilization", "Percent", Average, Maximum, false),
        Rate(MachineMetric.NetworkIn, "NetworkIn", "Bytes/Second"),
        Rate(MachineMetric.NetworkOut, "NetworkOut", "Bytes/Second"),
        Rate(MachineMetric.EbsReadBytes, "EBSReadBytes", "Bytes/Second"),
        Rate(MachineMetric.EbsWriteBytes, "EBSWriteBytes", "Bytes/Second"),
        Rate(MachineMetric.EbsReadOps, "EBSReadOps", "Count/Second"),
        Rate(MachineMetric.EbsWriteOps, "EBSWriteOps", "Count/Second"),
        new(MachineMetric.StatusCheckFailed, Ec2, "StatusCheckFailed", "Count", Maximum, Maximum, false),
        new(MachineMetric.CpuCreditBalance, Ec2, "CPUCreditBalance", "Count", Average, Average, false),
        new(MachineMetric.MemoryUsed, Agent, "mem_used_percent", "Percent", Average, Maximum, false),
        new(MachineMetric.MemoryUsed, Agent, "Memory % Committed Bytes In Use", "Percent", Average, Maximum, false),
    ];

    /// <summary>One, or two of one metric: up to five in one request are one metric on AWS's bill.</summary>
    public ImmutableArray<string> Statistics => Main == Peak ? [Main] : [Main, Peak];

    /// <returns>Null for a metric that is not read.</returns>
    public static MetricDefinition? Find(string? space, string? name) =>
        All.FirstOrDefault(known => known.Namespace == space && known.Name == name);

    public static string UnitOf(MachineMetric metric) => All.First(known => known.Metric == metric).Unit;

    private static MetricDefinition Rate(MachineMetric metric, string name, string unit) =>
        new(metric, Ec2, name, unit, Sum, Sum, true);
}
