namespace Archera.Contracts.Quarantine;

public static class QuarantineLimits
{
    /// <summary>Open claims; more are not listed until some are decided. Each needs a role that works.</summary>
    public const int MaxOpen = 1_000;

    /// <summary>Ended claims that are kept to be looked up; the oldest goes.</summary>
    public const int MaxEnded = 1_000;

    /// <summary>Characters of the operator's reason.</summary>
    public const int MaxReason = 500;
}
