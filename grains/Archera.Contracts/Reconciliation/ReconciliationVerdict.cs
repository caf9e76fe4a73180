namespace Archera.Contracts.Reconciliation;

/// <summary>What came of comparing a month's rows with AWS's own total.</summary>
[GenerateSerializer, Alias("archera.ReconciliationVerdict")]
public enum ReconciliationVerdict
{
    /// <summary>Both are the same, on every day, to the last decimal.</summary>
    Equal,

    /// <summary>They differ by what AWS's rounding of each row explains: at most 1e-10 a row and day.</summary>
    Rounding,

    /// <summary>They differ by more, also after the days were read again: the difference is in no row.</summary>
    Differs,

    /// <summary>They have not been compared since the days were last read.</summary>
    Unchecked,
}
