using Archera.Sandbox.Aws.Worlds.Generated;

namespace Archera.Sandbox.Aws.Machines.Generated;

/// <summary>Up on working days from the morning to the evening, each day at other seconds.</summary>
internal sealed class OfficeHours(Draw draw, StopCause cause) : IHabit
{
    private const int Hour = 3_600;

    /// <summary>From a Friday's evening to a Monday's morning.</summary>
    private const int LongestDays = 3;

    public IEnumerable<Outage> Outages(DateTimeOffset from, DateTimeOffset to)
    {
        for (var day = from.Day().AddDays(-LongestDays); day <= to.Day(); day = day.AddDays(1))
        {
            if (!day.IsWeekend() && After(day) is var outage && outage.From < to && outage.To > from)
                yield return outage;
        }
    }

    private Outage After(DateOnly day)
    {
        var next = day.AddDays(day.DayOfWeek == DayOfWeek.Friday ? LongestDays : 1);
        var evening = (17 * Hour) + draw.With("evening").With(day.DayNumber).Below(3 * Hour);
        var morning = (7 * Hour) + draw.With("morning").With(next.DayNumber).Below(2 * Hour);
        return new Outage(day.At(evening), next.At(morning), cause);
    }
}
