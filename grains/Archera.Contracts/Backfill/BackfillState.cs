namespace Archera.Contracts.Backfill;

/// <summary>How an account's back-fill stands.</summary>
[GenerateSerializer, Alias("archera.BackfillState")]
public enum BackfillState
{
    /// <summary>Nobody has asked for it.</summary>
    None,

    Running,

    /// <summary>All of its days are stored, and their months compared with AWS's own totals.</summary>
    Done,

    /// <summary>It waits, for a named reason, and goes on by itself.</summary>
    Late,
}
