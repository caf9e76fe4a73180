using System.Globalization;
using Archera.Sandbox.Aws.Worlds.Generated;

namespace Archera.Sandbox.Aws.Machines.Generated;

/// <summary>
/// A place in an account that one machine after the other takes. Which, and when, follows from the draw alone, so that
/// any time is as near as any other.
/// </summary>
internal sealed class Place
{
    private const int Hour = 3_600;

    /// <summary>Earlier than any time that is asked about.</summary>
    private static readonly DateOnly Epoch = new(2000, 1, 1);

    private readonly Draw _draw;
    private readonly Draw _launches;
    private readonly int _period;
    private readonly DateOnly _first;

    /// <param name="launches">Shared by the places whose machines are launched together.</param>
    public Place(int index, PlaceKind kind, string region, Draw draw, Draw launches)
    {
        (Index, Kind, Region, _draw, _launches) = (index, kind, region, draw, launches);
        _period = kind switch
        {
            PlaceKind.GroupDay or PlaceKind.GroupPeak or PlaceKind.Batch => 1,
            PlaceKind.GroupBase => 14,
            PlaceKind.Server or PlaceKind.WindowsServer or PlaceKind.Project => 25 + draw.With("period").Below(60),
            _ => 200 + draw.With("period").Below(400),
        };
        _first = Epoch.AddDays(draw.With("phase").Below(_period));
    }

    public int Index { get; }

    public PlaceKind Kind { get; }

    public string Region { get; }

    public bool IsSpot => Kind == PlaceKind.Batch;

    public bool IsWindows => Kind is PlaceKind.WindowsServer or PlaceKind.Workbench;

    public string? Group =>
        Kind is PlaceKind.GroupBase or PlaceKind.GroupDay or PlaceKind.GroupPeak ? "web" : null;

    /// <summary>What is the same for every look at one machine.</summary>
    public Draw Of(int number) => _draw.With("machine").With(number);

    public string Reservation(int number) =>
        "r-0" + _launches.With("reservation").With(number).State.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The numbers of the machines that may live in the range; not all of them need to.</summary>
    public IEnumerable<int> Numbers(DateTimeOffset from, DateTimeOffset to)
    {
        var low = Math.Max(0, ((from.Day().DayNumber - _first.DayNumber) / _period) - 2);
        var high = (to.Day().DayNumber - _first.DayNumber) / _period;
        return Enumerable.Range(low, Math.Max(0, high - low + 1));
    }

    /// <summary>Null where the place stays empty, as on a weekend.</summary>
    public Biography? Life(int number)
    {
        if (number < 0 || number > (new DateOnly(2100, 1, 1).DayNumber - _first.DayNumber) / _period)
            return null;
        var day = _first.AddDays(number * _period);
        if (Kind == PlaceKind.GroupPeak && day.IsWeekend())
            return null;
        var launched = Launch(day);
        return new PlannedBiography(launched, End(day, launched), Habit(launched));
    }

    private DateTimeOffset Launch(DateOnly day)
    {
        var draw = _launches.With("launch").With(day.DayNumber);
        return Kind switch
        {
            PlaceKind.GroupDay => day.At((6 * Hour) + draw.Below(2 * Hour)),
            PlaceKind.GroupPeak => day.At((10 * Hour) + draw.Below(Hour)),
            PlaceKind.Batch => day.At(Hour + draw.Below(2 * Hour)),
            _ => day.At((9 * Hour) + draw.Below(4 * Hour)),
        };
    }

    private (DateTimeOffset At, StopCause Cause) End(DateOnly day, DateTimeOffset launched)
    {
        var draw = _draw.With("end").With(day.DayNumber);
        return Kind switch
        {
            PlaceKind.GroupDay => (day.At((20 * Hour) + draw.Below(3 * Hour)), StopCause.User),
            PlaceKind.GroupPeak => (day.At((15 * Hour) + draw.Below(2 * Hour)), StopCause.User),
            PlaceKind.Batch => (
                launched.AddSeconds(Hour + draw.Below(2 * Hour)),
                draw.With("taken back").Chance(0.3) ? StopCause.Service : StopCause.User),
            PlaceKind.Project => (day.At((18 * Hour) + draw.Below(Hour)).AddDays(_period * 3 / 5), StopCause.User),
            // Replaced: the next one is up for some minutes before this one goes.
            _ => (Launch(day.AddDays(_period)).AddSeconds(300 + draw.Below(900)), StopCause.User),
        };
    }

    private IHabit Habit(DateTimeOffset launched) => Kind switch
    {
        PlaceKind.Office => new OfficeHours(_draw, StopCause.User),
        PlaceKind.SelfStopping => new OfficeHours(_draw, StopCause.Guest),
        PlaceKind.Workbench => new OfficeHours(_draw, StopCause.Delegate),
        PlaceKind.QuickRestart => new QuickRestart(_draw),
        PlaceKind.Parked => new Parked(launched.AddHours(3 + _draw.With("parked").Below(60)), StopCause.User),
        _ => AlwaysUp.Instance,
    };
}
