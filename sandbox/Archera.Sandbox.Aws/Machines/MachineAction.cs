namespace Archera.Sandbox.Aws.Machines;

/// <summary>What a customer does to a machine.</summary>
public enum MachineAction
{
    Launch,
    Start,
    Stop,
    Terminate,
}
