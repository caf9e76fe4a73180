namespace Archera.Contracts.Time;

/// <summary>
/// What the product takes for "today" in data and plans: the real clock plus whole days. The offset is zero in
/// production; a sandbox moves it. Signatures and sessions never use it.
/// </summary>
public sealed class BillingClock(TimeProvider time, int offsetDays = 0)
{
    private int _offsetDays = offsetDays;

    public DateTimeOffset Now => time.GetUtcNow().AddDays(Volatile.Read(ref _offsetDays));

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>Moves the clock so that <see cref="Today"/> is the given day. It only moves forward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before today.</exception>
    public void MoveTo(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, Today);
        Interlocked.Add(ref _offsetDays, day.DayNumber - Today.DayNumber);
    }
}
