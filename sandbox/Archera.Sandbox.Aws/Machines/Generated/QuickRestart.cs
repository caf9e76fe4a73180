using Archera.Sandbox.Aws.Worlds.Generated;

namespace Archera.Sandbox.Aws.Machines.Generated;

/// <summary>Stopped and started again once a day, both within one hour: who looks on the hour sees nothing.</summary>
internal sealed class QuickRestart(Draw draw) : IHabit
{
    private const int Hour = 3_600;

    public IEnumerable<Outage> Outages(DateTimeOffset from, DateTimeOffset to)
    {
        for (var day = from.Day(); day <= to.Day(); day = day.AddDays(1))
        {
            if (On(day) is var outage && outage.From < to && outage.To > from)
                yield return outage;
        }
    }

    private Outage On(DateOnly day)
    {
        var today = draw.With(day.DayNumber);
        var hour = today.With("hour").Below(24) * Hour;
        var stop = hour + 300 + today.With("stop").Below(900);
        return new Outage(day.At(stop), day.At(stop + 300 + today.With("rest").Below(1_500)), StopCause.User);
    }
}
