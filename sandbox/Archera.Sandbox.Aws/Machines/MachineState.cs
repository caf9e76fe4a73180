namespace Archera.Sandbox.Aws.Machines;

/// <summary>The states of an EC2 instance, by AWS's own codes.</summary>
public enum MachineState
{
    Pending = 0,
    Running = 16,
    ShuttingDown = 32,
    Terminated = 48,
    Stopping = 64,
    Stopped = 80,
}
