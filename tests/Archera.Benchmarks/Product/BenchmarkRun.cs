using Archera.Benchmarks.Simulator;

namespace Archera.Benchmarks.Product;

/// <summary>A folder of its own and a simulated AWS, for as long as one measurement takes.</summary>
internal static class BenchmarkRun
{
    internal static async Task<int> InAsync(
        WorldSize size, Func<string, SimulatorProcess, Task<int>> measure, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("archera-benchmark-").FullName;
        try
        {
            await using var simulator = await SimulatorProcess.StartAsync(size, cancellationToken);
            return await measure(folder, simulator);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
