namespace Archera.Aws.Throttling;

/// <param name="Interval">The time that earns one request.</param>
/// <param name="Burst">How many requests a rested budget grants at once.</param>
public readonly record struct RequestQuota(TimeSpan Interval, int Burst)
{
    public static RequestQuota PerSecond(double requests, int burst) => new(TimeSpan.FromSeconds(1 / requests), burst);
}
