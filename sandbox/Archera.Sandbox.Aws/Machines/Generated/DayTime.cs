namespace Archera.Sandbox.Aws.Machines.Generated;

/// <summary>Instants by day and second, in UTC.</summary>
internal static class DayTime
{
    public static DateTimeOffset At(this DateOnly day, int second) =>
        new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).AddSeconds(second);

    public static DateOnly Day(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    public static bool IsWeekend(this DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
