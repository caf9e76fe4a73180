using System.Diagnostics;
using System.Globalization;

namespace Archera.Sandbox.Reporting;

/// <summary>The most memory that this process ever had resident.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    internal static long MiB()
    {
        if (!File.Exists(Status))
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 >> 20;
        }

        var line = File.ReadLines(Status).First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kiB = line["VmHWM:".Length..^"kB".Length];
        return long.Parse(kiB, NumberStyles.Integer, CultureInfo.InvariantCulture) >> 10;
    }
}
