namespace Archera.Sandbox.Aws.Worlds;

/// <summary>One payer's bill: the ground truth, from a seed or a file, never from the API's rendering.</summary>
public interface IBill
{
    /// <summary>The first day that has charges; earlier days are empty.</summary>
    DateOnly FirstDay { get; }

    /// <summary>The last day that has charges; null for a bill that goes on for ever.</summary>
    DateOnly? LastDay => null;

    /// <summary>The currency of a figure that no charge stands behind.</summary>
    string Currency => "USD";

    /// <summary>The terms of commitments that overlap the days; a bill read from a file names none.</summary>
    /// <param name="start">Inclusive.</param>
    /// <param name="end">Exclusive.</param>
    IReadOnlyList<CommitmentPurchase> Purchases(DateOnly start, DateOnly end) => [];

    /// <summary>The commitments that run on the day and how they are used; a bill from a file knows none.</summary>
    IReadOnlyList<CommitmentDay> Commitments(DateOnly day) => [];

    /// <summary>The charges of one UTC day, restatements included. A day always gives the same charges.</summary>
    IReadOnlyList<Charge> Day(DateOnly day);
}
