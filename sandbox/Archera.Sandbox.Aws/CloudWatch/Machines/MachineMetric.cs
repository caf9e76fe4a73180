using Archera.Sandbox.Aws.Machines;

namespace Archera.Sandbox.Aws.CloudWatch.Machines;

/// <summary>A metric that EC2 or the CloudWatch agent measures on machines.</summary>
/// <param name="EverySeconds">Between two measurements.</param>
/// <param name="Report">
/// Seconds that one report covers; null where the machine's monitoring decides, basic or detailed.
/// </param>
internal sealed record MachineMetric(
    string Namespace, string Name, string Unit, Measure Measure, int EverySeconds = 60, int? Report = null)
{
    internal const string Ec2 = "AWS/EC2";
    internal const string Agent = "CWAgent";
    private const string InstanceId = "InstanceId";
    private const int Detailed = 60;
    private const int Basic = 300;

    internal static readonly IReadOnlyList<MachineMetric> All =
    [
        new(Ec2, "CPUUtilization", "Percent", Workload.Cpu),
        new(Ec2, "NetworkIn", "Bytes", Workload.NetworkIn),
        new(Ec2, "NetworkOut", "Bytes", Workload.NetworkOut),
        new(Ec2, "EBSReadBytes", "Bytes", Workload.ReadBytes),
        new(Ec2, "EBSWriteBytes", "Bytes", Workload.WriteBytes),
        new(Ec2, "EBSReadOps", "Count", Workload.ReadOperations),
        new(Ec2, "EBSWriteOps", "Count", Workload.WriteOperations),
        new(Ec2, "StatusCheckFailed", "Count", Workload.StatusCheckFailed, Report: Detailed),
        new(Ec2, "CPUCreditBalance", "Count", Workload.CreditBalance, EverySeconds: Basic, Report: Basic),
        new(Agent, "mem_used_percent", "Percent", Workload.MemoryUsed, Report: Detailed),
    ];

    internal bool IsOf(Machine machine) => Name switch
    {
        "CPUCreditBalance" => machine.InstanceType is ['t', >= '0' and <= '9', ..],
        "mem_used_percent" => machine.HasAgent,
        _ => true,
    };

    internal int ReportSeconds(Machine machine) => Report ?? (machine.DetailedMonitoring ? Detailed : Basic);

    /// <summary>The agent reports under more dimensions than EC2: who gives all of them finds its metrics.</summary>
    internal MetricKey KeyOf(Machine machine) => new(Namespace, Name, Namespace == Agent
        ? AgentDimensions(machine)
        : [new MetricDimension(InstanceId, machine.InstanceId)]);

    internal static string? InstanceOf(MetricKey key) => key.Dimension(InstanceId);

    private static IEnumerable<MetricDimension> AgentDimensions(Machine machine)
    {
        yield return new("ImageId", machine.ImageId);
        yield return new(InstanceId, machine.InstanceId);
        yield return new("InstanceType", machine.InstanceType);
        if (machine.AutoScalingGroup is { } group)
            yield return new("AutoScalingGroupName", group);
    }
}
