namespace Archera.Aws.Datasets.Utilization;

/// <summary>What is known of a machine's use. The numbers are stored: none is ever given another meaning.</summary>
public enum MachineMetric
{
    CpuUtilization = 1,
    NetworkIn = 2,
    NetworkOut = 3,
    EbsReadBytes = 4,
    EbsWriteBytes = 5,
    EbsReadOps = 6,
    EbsWriteOps = 7,
    StatusCheckFailed = 8,
    CpuCreditBalance = 9,
    MemoryUsed = 10,
}
