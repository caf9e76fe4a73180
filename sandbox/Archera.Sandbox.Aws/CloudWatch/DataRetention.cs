namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>
/// How long CloudWatch keeps points of which period. What was put by the minute is still there later, in periods of
/// five minutes and then of an hour; who asks for finer ones hears nothing, not even an error.
/// </summary>
internal static class DataRetention
{
    internal const long LongestSeconds = 455 * Day;

    private const long Hour = 3_600;
    private const long Day = 24 * Hour;
    private const int Minute = 60;
    private const int FiveMinutes = 300;

    /// <summary>No metric here is measured more often than by the minute: shorter periods have no points.</summary>
    internal static bool HasPoints(MetricWindow window, int period) => period % KeptPeriod(window) == 0;

    /// <summary>Down to what is kept of that age.</summary>
    internal static long RoundStart(MetricWindow window, int period) =>
        Down(window.Start, period < Minute ? period : KeptPeriod(window));

    internal static long RoundEnd(MetricWindow window, int period) =>
        Down(window.End, period < Minute ? period : Minute);

    private static int KeptPeriod(MetricWindow window) => (window.Now - window.Start) switch
    {
        < 15 * Day => Minute,
        <= 63 * Day => FiveMinutes,
        _ => (int)Hour,
    };

    private static long Down(long instant, long unit) => instant - (((instant % unit) + unit) % unit);
}
