using System.Text.Json;
using System.Text.Json.Nodes;

namespace Archera.Sandbox.Aws.Hosting;

/// <summary>
/// The billing clock: the real clock plus whole days. It moves data and plans; signatures, sessions, events and
/// <c>Date</c> headers stay on real time.
/// </summary>
public sealed class SimulatedClock
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Journal _journal;

    internal SimulatedClock(TimeProvider time, DateOnly today, Journal journal)
    {
        _time = time;
        _journal = journal;
        var asked = today.DayNumber - RealToday.DayNumber;
        int? kept = null;
        journal.Replay(line => kept = Math.Max(kept ?? int.MinValue, line.GetProperty("offsetDays").GetInt32()));
        // A later start goes on where the clock stood, never back from it: what was read then would lie in the future.
        OffsetDays = Math.Max(asked, kept ?? asked);
        if (OffsetDays != kept)
            Keep();
    }

    /// <summary>Raised after the clock was moved, with the new today; not when a real day passes.</summary>
    public event Action<DateOnly>? TodayChanged;

    public int OffsetDays { get; private set; }

    public DateOnly Today => RealToday.AddDays(OffsetDays);

    /// <summary>The instant of the world: machines, launch times and metrics follow it.</summary>
    public DateTimeOffset Now => _time.GetUtcNow().AddDays(OffsetDays);

    private DateOnly RealToday => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    /// <summary>Moves the clock forward; false when the day is before today.</summary>
    public bool MoveTo(DateOnly today)
    {
        lock (_gate)
        {
            if (today < Today)
                return false;
            OffsetDays = today.DayNumber - RealToday.DayNumber;
            Keep();
        }

        TodayChanged?.Invoke(today);
        return true;
    }

    private void Keep() =>
        _journal.Append(JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["offsetDays"] = OffsetDays }));
}
