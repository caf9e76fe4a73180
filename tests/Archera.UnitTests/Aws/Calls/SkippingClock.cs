namespace Archera.UnitTests.Aws.Calls;

/// <summary>
/// A clock on which a wait is over at once and has moved the clock by its length: code that waits for one thing at a
/// time runs in its own time, without anybody to advance it. Longer timers are deadlines and never fire.
/// </summary>
internal sealed class SkippingClock(TimeSpan longestWait) : TimeProvider
{
    private long _ticks = new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime <= longestWait)
        {
            Skip(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Timer();
    }

    internal void Skip(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
