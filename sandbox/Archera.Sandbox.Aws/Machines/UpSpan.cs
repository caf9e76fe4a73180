namespace Archera.Sandbox.Aws.Machines;

/// <summary>
/// A time that a machine is up: from the moment of its launch or start to the moment that its stop or end was asked
/// for, the end not included. AWS bills this time, to the second.
/// </summary>
/// <param name="To">Null while nothing is known to end it.</param>
/// <param name="EndedBy">None exactly when <paramref name="To"/> is null.</param>
public readonly record struct UpSpan(DateTimeOffset From, DateTimeOffset? To, StopCause EndedBy)
{
    internal bool Overlaps(DateTimeOffset from, DateTimeOffset to) => From < to && (To is null || To > from);

    internal bool Contains(DateTimeOffset instant) => From <= instant && (To is null || To > instant);
}
