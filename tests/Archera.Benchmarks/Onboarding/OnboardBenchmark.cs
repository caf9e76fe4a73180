using System.Globalization;
using Archera.Benchmarks.Product;
using Archera.Benchmarks.Simulator;
using Archera.Sandbox.PublicApi;

namespace Archera.Benchmarks.Onboarding;

/// <summary>
/// What connecting accounts takes, from claiming the first to verifying the last: seconds, and the requests that the
/// simulated AWS saw. First reads begin beside it, as in production: their operations are listed with the others.
/// </summary>
internal static class OnboardBenchmark
{
    private const int HistoryDays = 1;

    internal static async Task<int> RunAsync(WorldSize size, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("archera-benchmark-").FullName;
        try
        {
            var world = size.Generate();
            await using var simulator = await SimulatorProcess.StartAsync(size, cancellationToken);
            await using var product = await ProductUnderTest.StartAsync(
                folder, simulator, HistoryDays, cancellationToken);
            var figures = ProcessFigures.Mark();
            var api = await product.OnboardAsync(folder, world.Organizations, cancellationToken);
            var (elapsed, ours) = (figures.Elapsed, figures.ProcessorTime);
            var calls = await product.CallsAtAwsAsync(cancellationToken);
            await PrintAsync(api, size, elapsed, ours, calls, cancellationToken);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PrintAsync(
        ApiClient api,
        WorldSize size,
        TimeSpan elapsed,
        TimeSpan ours,
        IReadOnlyDictionary<string, int> calls,
        CancellationToken cancellationToken)
    {
        var connected = (await api.ListPayersAsync(cancellationToken)).Count(payer => payer.IsConnected);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            payers           {connected} of {size.Payers} connected
            elapsed          {elapsed.TotalSeconds:F1} s
            our CPU          {ours.TotalSeconds:F1} s, first reads included
            """));
        foreach (var (operation, sent) in calls.OrderByDescending(call => call.Value))
            Console.WriteLine($"{sent,16:N0} {operation}");
    }
}
