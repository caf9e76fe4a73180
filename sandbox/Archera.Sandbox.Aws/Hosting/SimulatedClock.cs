using System.Text.Json;
using System.Text.Json.Nodes;

namespace Archera.Sandbox.Aws.Hosting;

/// <summary>
/// The billing clock: the real clock plus whole days, and whole hours for who goes through a day hour by hour. It moves
/// data, machines and plans; signatures, sessions, events and <c>Date</c> headers stay on real time.
/// </summary>
public sealed class SimulatedClock
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Journal _journal;
    private long _offset;

    internal SimulatedClock(TimeProvider time, DateOnly today, Journal journal)
    {
        _time = time;
        _journal = journal;
        var asked = TimeSpan.FromDays(today.DayNumber - DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).DayNumber);
        TimeSpan? kept = null;
        journal.Replay(line => kept = Later(kept, Read(line)));
        // A later start goes on where the clock stood, never back from it: what was read then would lie in the future.
        Offset = Later(kept, asked);
        if (Offset != kept)
            Keep();
    }

    /// <summary>Raised after the clock was moved, with how far; not when real time passes.</summary>
    public event Action<TimeSpan>? Moved;

    /// <summary>How far the clock is from the real one: whole hours.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Volatile.Read(ref _offset));
        private set => Volatile.Write(ref _offset, value.Ticks);
    }

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>The instant of the world: machines, launch times and metrics follow it.</summary>
    public DateTimeOffset Now => _time.GetUtcNow() + Offset;

    /// <summary>Moves the clock forward by whole days; false when the day is before today.</summary>
    public bool MoveTo(DateOnly today)
    {
        TimeSpan forward;
        lock (_gate)
        {
            forward = TimeSpan.FromDays(today.DayNumber - Today.DayNumber);
            if (forward < TimeSpan.Zero)
                return false;
            Offset += forward;
            Keep();
        }

        Moved?.Invoke(forward);
        return true;
    }

    /// <summary>Moves the clock forward by whole hours.</summary>
    public void MoveOn(int hours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hours);
        var forward = TimeSpan.FromHours(hours);
        lock (_gate)
        {
            Offset += forward;
            Keep();
        }

        Moved?.Invoke(forward);
    }

    private static TimeSpan Later(TimeSpan? one, TimeSpan other) => one > other ? one.Value : other;

    /// <summary>A line without hours is of a time when the clock had none.</summary>
    private static TimeSpan Read(JsonElement line) => new(
        line.GetProperty("offsetDays").GetInt32(),
        line.TryGetProperty("offsetHours", out var hours) ? hours.GetInt32() : 0,
        minutes: 0,
        seconds: 0);

    private void Keep() => _journal.Append(JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["offsetDays"] = Offset.Days,
        ["offsetHours"] = Offset.Hours,
    }));
}
