namespace Archera.Sandbox.Aws.Machines;

/// <summary>
/// Something done to a machine by hand. From the first such thing on, the machine lives by what is done to it alone.
/// </summary>
/// <param name="InstanceId">Of a launch, the id that the new machine gets; empty until it has one.</param>
/// <param name="At">A whole second of the world's time, past or to come.</param>
public sealed record MachineChange(
    string Account, string Region, string InstanceId, MachineAction Action, DateTimeOffset At)
{
    /// <summary>Of a launch.</summary>
    public string InstanceType { get; init; } = "t3.micro";
}
