namespace Archera.Sandbox.Options;

/// <summary>The days that a run reads, compares and shows: whole days before the billing today.</summary>
internal sealed record HistoryWindow(DateOnly Today, int Days)
{
    internal DateOnly FirstDay => Today.AddDays(-Days);

    /// <summary>The last full month, or everything when the history does not hold it whole. The end is exclusive.</summary>
    internal (DateOnly Start, DateOnly End) Shown
    {
        get
        {
            var month = History.LastFullMonth(Today);
            return month < FirstDay ? (FirstDay, Today) : (month, month.AddMonths(1));
        }
    }
}
