namespace Archera.Sandbox.Options;

/// <summary>The days that a run reads, compares and shows: whole days before the billing today.</summary>
/// <param name="FirstCharge">The first day that has a charge in any bill.</param>
internal sealed record HistoryWindow(DateOnly Today, int Days, DateOnly FirstCharge)
{
    internal DateOnly FirstDay => Today.AddDays(-Days);

    /// <summary>
    /// The last full month, or every day with charges when the bills begin later. The end is exclusive.
    /// </summary>
    internal (DateOnly Start, DateOnly End) Shown
    {
        get
        {
            var month = History.LastFullMonth(Today);
            var first = FirstCharge > FirstDay ? FirstCharge : FirstDay;
            return month < first ? (first, Today) : (month, month.AddMonths(1));
        }
    }
}
