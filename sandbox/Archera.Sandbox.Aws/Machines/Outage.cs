namespace Archera.Sandbox.Aws.Machines;

/// <summary>A time that a machine is stopped, and who stopped it.</summary>
/// <param name="To">Null when it never starts again.</param>
internal readonly record struct Outage(DateTimeOffset From, DateTimeOffset? To, StopCause Cause);
