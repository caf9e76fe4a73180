using System.Globalization;

namespace Archera.Sandbox.Aws.Machines;

/// <summary>What AWS tells of a machine at one instant.</summary>
/// <param name="LaunchTime">The last launch or start, not the first.</param>
/// <param name="EndedBy">Who ended the last time up; None while it lasts.</param>
/// <param name="EndedAt">When; AWS tells it only for some causes.</param>
public sealed record MachineMoment(
    MachineState State, DateTimeOffset LaunchTime, StopCause EndedBy, DateTimeOffset? EndedAt)
{
    /// <summary>For example <c>User initiated (2026-11-20 08:01:02 GMT)</c>; empty where AWS says nothing.</summary>
    public string TransitionReason => EndedBy switch
    {
        StopCause.User => $"User initiated ({Stamp})",
        StopCause.Service => $"Service initiated ({Stamp})",
        StopCause.Delegate => "User initiated",
        _ => "",
    };

    /// <summary>AWS's code and message; null while the machine is up.</summary>
    public (string Code, string Message)? Reason => EndedBy switch
    {
        StopCause.None => null,
        StopCause.Service => ("Server.SpotInstanceTermination",
            "Server.SpotInstanceTermination: Spot instance termination"),
        StopCause.Guest => ("Client.InstanceInitiatedShutdown",
            "Client.InstanceInitiatedShutdown: Instance initiated shutdown"),
        _ => ("Client.UserInitiatedShutdown", "Client.UserInitiatedShutdown: User initiated shutdown"),
    };

    private string Stamp =>
        EndedAt!.Value.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
