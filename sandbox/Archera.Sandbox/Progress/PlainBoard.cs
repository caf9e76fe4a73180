using System.Collections.Concurrent;
using System.Globalization;

namespace Archera.Sandbox.Progress;

/// <summary>
/// One line for each change, at most one every few seconds and tenant: for logs and redirected output.
/// </summary>
internal sealed class PlainBoard(TextWriter writer, TimeProvider time) : IProgressBoard
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (IngestProgress Progress, long At)> _last = new();

    public void Phase(string tenant, string phase) => writer.WriteLine($"{tenant}: {phase}");

    public void Ingest(string tenant, IngestProgress progress)
    {
        var known = _last.TryGetValue(tenant, out var last);
        var finished = progress.DaysReceived == progress.DaysExpected && progress.LatePartitions == 0;
        if (known && (last.Progress == progress || (!finished && time.GetElapsedTime(last.At) < LineInterval)))
            return;
        _last[tenant] = (progress, time.GetTimestamp());
        var late = progress.LatePartitions == 0 ? "" : $", {progress.LatePartitions} partitions to come";
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{tenant}: {progress.DaysReceived} of {progress.DaysExpected} days{late}"));
    }
}
