namespace Archera.Aws.Calls;

/// <summary>Random numbers of [0, 1) for back-offs, safe for concurrent use and seedable.</summary>
public sealed class JitterSource(Random random)
{
    private readonly Lock _gate = new();

    public double Next()
    {
        lock (_gate)
            return random.NextDouble();
    }
}
