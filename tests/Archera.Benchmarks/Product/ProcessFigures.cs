using System.Diagnostics;

namespace Archera.Benchmarks.Product;

/// <summary>CPU time and peak memory of this process since a mark.</summary>
internal sealed class ProcessFigures
{
    private const string PeakLine = "VmHWM:";

    private readonly TimeSpan _processorTime;
    private readonly long _start = Stopwatch.GetTimestamp();

    private ProcessFigures(TimeSpan processorTime) => _processorTime = processorTime;

    internal TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    internal TimeSpan ProcessorTime => Process.GetCurrentProcess().TotalProcessorTime - _processorTime;

    internal static long PeakMemoryMiB
    {
        get
        {
            var line = File.ReadLines("/proc/self/status")
                .First(line => line.StartsWith(PeakLine, StringComparison.Ordinal));
            return long.Parse(line.AsSpan(PeakLine.Length, line.Length - PeakLine.Length - 2), provider: null) / 1024;
        }
    }

    /// <summary>Forgets the peak so far (Linux: 5 written to <c>clear_refs</c>) and starts counting.</summary>
    internal static ProcessFigures Mark()
    {
        File.WriteAllText("/proc/self/clear_refs", "5");
        return new ProcessFigures(Process.GetCurrentProcess().TotalProcessorTime);
    }
}
