using Archera.Contracts.Time;

namespace Archera.Grains.Refresh;

/// <summary>Cuts and times of late days.</summary>
public static class LateDays
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(1);

    /// <summary>5, 10, 20, 40 minutes, then every hour: AWS charges for asking.</summary>
    public static DateTimeOffset NextTry(DateTimeOffset now, int attempts)
    {
        var backOff = FirstBackOff * Math.Pow(2, Math.Min(attempts - 1, 10));
        return now + (backOff < LongestBackOff ? backOff : LongestBackOff);
    }

    /// <summary>What stays late when some of its days no longer are.</summary>
    public static IEnumerable<DatasetLate> Without(DatasetLate late, Func<DateOnly, bool> isGone) =>
        DatePeriod.Runs(late.Read.Days.Days().Where(day => !isGone(day)))
            .Select(days => days == late.Read.Days ? late : late with { Read = late.Read with { Days = days } });
}
