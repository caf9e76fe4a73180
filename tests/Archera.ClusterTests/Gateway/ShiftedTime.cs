namespace Archera.ClusterTests.Gateway;

/// <summary>The real time, so much later as a test says.</summary>
public sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
