namespace Archera.Aws.Datasets.Machines;

/// <summary>One instance as EC2 listed it.</summary>
/// <param name="Id">Such as <c>i-0123456789abcdef0</c>.</param>
/// <param name="State">What it was doing.</param>
/// <param name="LaunchedAt">Its newest start, to the second.</param>
/// <param name="EndedAt">When it stopped or was terminated, where AWS said so; null while it is up.</param>
/// <param name="Platform">AWS's word, such as <c>Linux/UNIX</c>; null where AWS sent none.</param>
/// <param name="Lifecycle"><c>spot</c>, <c>scheduled</c> or <c>on-demand</c>.</param>
/// <param name="Name">Its tag <c>Name</c>, if any. No other tag is kept.</param>
public sealed record MachineSighting(
    string Id,
    string Type,
    string? Zone,
    MachineState State,
    DateTimeOffset LaunchedAt,
    DateTimeOffset? EndedAt,
    string? Platform,
    string Lifecycle,
    string? Name)
{
    /// <summary>It counts as up from its start to its stop, as AWS bills it but for the first seconds.</summary>
    public bool IsUp => State is MachineState.Pending or MachineState.Running;
}
