namespace Archera.Sandbox.Options;

/// <summary>The days that a run reads, compares and shows: whole days before the billing today.</summary>
internal sealed record HistoryWindow(DateOnly Today, int Days)
{
    internal DateOnly FirstDay => Today.AddDays(-Days);

    /// <summary>The same with what was back-filled; null: nothing was.</summary>
    internal HistoryWindow Since(DateOnly? firstDay) =>
        firstDay is { } first && first < FirstDay ? this with { Days = Today.DayNumber - first.DayNumber } : this;
}
