namespace Archera.Grains.Reports;

/// <summary>How much of a day's past is kept.</summary>
/// <param name="Revisions">How many revisions, the newest included.</param>
/// <param name="For">What was shown at any moment of this long is kept.</param>
public sealed record RevisionRetention(int Revisions, TimeSpan For)
{
    public static RevisionRetention Of(ReportOptions options) =>
        new(options.KeepRevisions, TimeSpan.FromDays(options.KeepRevisionsDays));

    /// <summary>
    /// How many revisions stay: no more than these, and none that was replaced longer ago. The record notes from when
    /// on it knows: what is not known any more is never answered as if nothing had been there.
    /// </summary>
    /// <param name="shownSince">Of each revision since when it was shown, newest first; not empty.</param>
    /// <returns>At least one; and from when on the record knows, null where nothing goes.</returns>
    public (int Kept, DateTimeOffset? ForgottenBefore) Bound(
        IReadOnlyList<DateTimeOffset> shownSince, DateTimeOffset now)
    {
        var kept = shownSince.Take(Revisions)
            .TakeWhile((_, at) => at == 0 || now - shownSince[at - 1] <= For)
            .Count();
        return (kept, kept == shownSince.Count ? null : shownSince[kept - 1]);
    }
}
