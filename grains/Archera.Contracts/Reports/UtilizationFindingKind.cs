namespace Archera.Contracts.Reports;

/// <summary>What a machine's use says of it.</summary>
public enum UtilizationFindingKind
{
    /// <summary>It does next to nothing.</summary>
    Idle,

    /// <summary>A machine of half the size would do.</summary>
    Oversized,
}
