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

    internal static Task<int> RunAsync(WorldSize size, CancellationToken cancellationToken) => BenchmarkRun.InAsync(
        size, (folder, simulator) => MeasureAsync(size, folder, simulator, cancellationToken), cancellationToken);

    private static async Task<int> MeasureAsync(
        WorldSize size, string folder, SimulatorProcess simulator, CancellationToken cancellationToken)
    {
        var organizations = size.Generate().Organizations;
        await using var product = await ProductUnderTest.StartAsync(folder, simulator, HistoryDays, cancellationToken);
        var figures = ProcessFigures.Mark();
        var api = await product.OnboardAsync(folder, organizations, cancellationToken);
        var (elapsed, ours) = (figures.Elapsed, figures.ProcessorTime);
        var calls = await product.CallsAtAwsAsync(cancellationToken);
        await PrintAsync(api, size, elapsed, ours, calls, cancellationToken);
        return 0;
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
