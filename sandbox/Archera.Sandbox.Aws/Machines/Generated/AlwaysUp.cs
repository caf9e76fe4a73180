namespace Archera.Sandbox.Aws.Machines.Generated;

internal sealed class AlwaysUp : IHabit
{
    public static AlwaysUp Instance { get; } = new();

    public IEnumerable<Outage> Outages(DateTimeOffset from, DateTimeOffset to) => [];
}
