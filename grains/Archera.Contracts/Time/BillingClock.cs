namespace Archera.Contracts.Time;

/// <summary>
/// What the product takes for "today" in data and plans: the real clock plus whole days. The offset is zero in
/// production; a sandbox moves it, also by whole hours. Signatures and sessions never use it.
/// </summary>
public sealed class BillingClock(TimeProvider time, TimeSpan offset)
{
    private long _offset = offset.Ticks;

    public BillingClock(TimeProvider time, int offsetDays = 0)
        : this(time, TimeSpan.FromDays(offsetDays))
    {
    }

    public DateTimeOffset Now => time.GetUtcNow().AddTicks(Volatile.Read(ref _offset));

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>Moves the clock so that <see cref="Today"/> is the given day. It only moves forward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before today.</exception>
    public void MoveTo(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, Today);
        MoveOn(TimeSpan.FromDays(day.DayNumber - Today.DayNumber));
    }

    /// <summary>Moves the clock forward by that much.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would move back.</exception>
    public void MoveOn(TimeSpan forward)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(forward, TimeSpan.Zero);
        Interlocked.Add(ref _offset, forward.Ticks);
    }
}
