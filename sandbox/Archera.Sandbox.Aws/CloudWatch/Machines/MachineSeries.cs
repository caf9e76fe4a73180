using Archera.Sandbox.Aws.Machines;

namespace Archera.Sandbox.Aws.CloudWatch.Machines;

/// <summary>One metric of one machine: measured at every full minute at which it is up, and at no other.</summary>
internal sealed class MachineSeries(Machine machine, MachineMetric metric, Workload workload) : IMetricSeries
{
    private const int Minute = 60;

    /// <summary>Longer than CloudWatch lists a silent metric.</summary>
    private static readonly TimeSpan Recently = TimeSpan.FromDays(16);

    public MetricKey Key { get; } = metric.KeyOf(machine);

    public string Unit => metric.Unit;

    public int ReportSeconds { get; } = metric.ReportSeconds(machine);

    public IEnumerable<MetricSample> Samples(long from, long until)
    {
        var (first, end) = (Up(from, ReportSeconds), Up(until, ReportSeconds));
        if (end <= first)
            yield break;
        foreach (var span in machine.Up(At(first), At(end)))
        {
            var start = Math.Max(first, FirstOf(span));
            var stop = Math.Min(end, span.To is { } to ? CeilingSeconds(to) : long.MaxValue);
            for (var at = start; at < stop; at += metric.EverySeconds)
                yield return new MetricSample(Down(at, ReportSeconds), metric.Measure(workload, at / Minute));
        }
    }

    public MetricLife? Life(long now)
    {
        var known = Down(now, ReportSeconds);
        var recent = LastBefore(known, At(known) - Recently) ?? LastBefore(known, machine.Launched);
        if (recent is not { } last || Samples(Down(CeilingSeconds(machine.Launched), ReportSeconds), known)
            .Select(sample => (long?)sample.At).FirstOrDefault() is not { } first)
            return null;
        return new MetricLife(first, last);
    }

    private long? LastBefore(long until, DateTimeOffset from)
    {
        if (At(until) <= from)
            return null;
        foreach (var span in machine.Up(from, At(until)).Reverse())
        {
            var stop = Math.Min(until, span.To is { } to ? CeilingSeconds(to) : long.MaxValue);
            var start = FirstOf(span);
            if (start < stop)
                return Down(start + ((stop - 1 - start) / metric.EverySeconds * metric.EverySeconds), ReportSeconds);
        }

        return null;
    }

    private long FirstOf(UpSpan span) => Up(CeilingSeconds(span.From), metric.EverySeconds);

    private static long CeilingSeconds(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    private static long Down(long seconds, int unit) => seconds - (seconds % unit);

    private static long Up(long seconds, int unit) => Down(seconds + unit - 1, unit);
}
