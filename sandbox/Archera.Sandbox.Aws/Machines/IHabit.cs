namespace Archera.Sandbox.Aws.Machines;

/// <summary>When a machine is stopped while it lives.</summary>
internal interface IHabit
{
    /// <summary>Every outage that overlaps the range, in order; one that never ends is in every answer.</summary>
    IEnumerable<Outage> Outages(DateTimeOffset from, DateTimeOffset to);
}
