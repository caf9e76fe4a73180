namespace Archera.Sandbox.Aws.Machines.Generated;

/// <summary>Stopped once, and forgotten.</summary>
internal sealed class Parked(DateTimeOffset since, StopCause cause) : IHabit
{
    public IEnumerable<Outage> Outages(DateTimeOffset from, DateTimeOffset to) => [new Outage(since, null, cause)];
}
