namespace Archera.Grains.Reports;

/// <summary>Which revision a day showed at some moment.</summary>
/// <param name="ReadAt">The last read of that content up to the moment that is known.</param>
/// <param name="Back">How many revisions lie between it and the newest.</param>
public sealed record RevisionAt(
    int Number, DateTimeOffset ReadAt, bool Estimated, int SchemaVersion, byte[] ContentHash, int Back);
