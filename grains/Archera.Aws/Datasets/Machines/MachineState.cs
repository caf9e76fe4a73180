namespace Archera.Aws.Datasets.Machines;

/// <summary>EC2's instance states, by the low byte of their code; the high byte is AWS's own.</summary>
public enum MachineState
{
    Pending = 0,
    Running = 16,
    ShuttingDown = 32,
    Terminated = 48,
    Stopping = 64,
    Stopped = 80,
}
