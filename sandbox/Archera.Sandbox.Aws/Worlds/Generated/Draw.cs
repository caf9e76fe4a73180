namespace Archera.Sandbox.Aws.Worlds.Generated;

/// <summary>
/// A number drawn from a seed and a path of names. It has no state that a caller could advance, so a figure never
/// depends on what was asked before, and it uses only arithmetic that is the same on every machine.
/// </summary>
internal readonly record struct Draw(ulong State)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    public double Unit => (Mix(State + Golden) >> 11) * (1.0 / (1UL << 53));

    public static Draw From(int seed) => new Draw(Golden).With(seed);

    public Draw With(long value) => new(Mix(State ^ Mix((ulong)value + Golden)));

    public Draw With(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in name)
            hash = (hash ^ letter) * 1099511628211UL;
        return With((long)hash);
    }

    public int Below(int bound) => (int)(Unit * bound);

    public bool Chance(double share) => Unit < share;

    public double Between(double low, double high) => low + (high - low) * Unit;

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
