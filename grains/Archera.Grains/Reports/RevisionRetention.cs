namespace Archera.Grains.Reports;

/// <summary>How much of a day's past is kept.</summary>
/// <param name="Revisions">How many revisions, the newest included.</param>
/// <param name="For">What was shown at any moment of this long is kept.</param>
public sealed record RevisionRetention(int Revisions, TimeSpan For)
{
    public static RevisionRetention Of(ReportOptions options) =>
        new(options.KeepRevisions, TimeSpan.FromDays(options.KeepRevisionsDays));

    /// <summary>
    /// The record without the revisions that are more, or that were replaced longer ago. It notes from when on it
    /// knows: what is not known any more is never answered as if nothing had been there.
    /// </summary>
    public DayRecord Bound(DayRecord record, DateTimeOffset now)
    {
        var kept = record.Older.Take(Revisions - 1).Where((_, back) => now - ReplacedAt(record, back) <= For).Count();
        return kept == record.Older.Length ? record : record with
        {
            Older = record.Older[..kept],
            ForgottenBefore = ReplacedAt(record, kept),
        };
    }

    private static DateTimeOffset ReplacedAt(DayRecord record, int back) =>
        back == 0 ? record.Newest!.StoredAt : record.Older[back - 1].StoredAt;
}
