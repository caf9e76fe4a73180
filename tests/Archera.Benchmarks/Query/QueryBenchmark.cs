using System.Diagnostics;
using System.Globalization;
using Archera.Benchmarks.Product;
using Archera.Benchmarks.Simulator;
using Archera.Sandbox.PublicApi;

namespace Archera.Benchmarks.Query;

/// <summary>
/// How long a 13-month daily question grouped by service takes over HTTP: warm, and first after a restart.
/// </summary>
internal static class QueryBenchmark
{
    /// <summary>13 months.</summary>
    internal const int Days = 395;

    internal static Task<int> RunAsync(WorldSize size, int warm, int cold, CancellationToken cancellationToken) =>
        BenchmarkRun.InAsync(
            size,
            async (folder, simulator) =>
            {
                var key = await WarmAsync(size, folder, simulator, warm, cancellationToken);
                Print("cold", await ColdAsync(folder, simulator, key, cold, cancellationToken));
                return 0;
            },
            cancellationToken);

    /// <returns>The tenant's key.</returns>
    private static async Task<string> WarmAsync(
        WorldSize size, string folder, SimulatorProcess simulator, int times, CancellationToken cancellationToken)
    {
        await using var product = await ProductUnderTest.StartAsync(folder, simulator, Days, cancellationToken);
        var api = await product.OnboardAsync(folder, size.Generate().Organizations, cancellationToken);
        await ProductUnderTest.WaitUntilReadAsync(api, cancellationToken);
        await AskAsync(api, cancellationToken);
        Print("warm", await TimeAsync(times, () => AskAsync(api, cancellationToken)));
        return ProductUnderTest.KeyIn(folder);
    }

    private static async Task<List<TimeSpan>> ColdAsync(
        string folder, SimulatorProcess simulator, string key, int times, CancellationToken cancellationToken)
    {
        var took = new List<TimeSpan>();
        for (var i = 0; i < times; i++)
        {
            await using var product = await ProductUnderTest.StartAsync(folder, simulator, Days, cancellationToken);
            var api = product.ClientFor(key);
            // Opens the connection and checks the key, so that only reports are cold.
            await api.ListPayersAsync(cancellationToken);
            took.AddRange(await TimeAsync(1, () => AskAsync(api, cancellationToken)));
        }

        return took;
    }

    private static async Task AskAsync(ApiClient api, CancellationToken cancellationToken)
    {
        var question = new CostsQuestion(WorldSize.Today.AddDays(-Days), WorldSize.Today) { GroupBy = "Service" };
        var answer = await api.GetCostsAsync(question, cancellationToken);
        if (!answer.Completeness.IsComplete)
            throw new InvalidOperationException("The answer is not whole; the figure would mean nothing.");
    }

    private static async Task<List<TimeSpan>> TimeAsync(int times, Func<Task> ask)
    {
        var took = new List<TimeSpan>();
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await ask();
            took.Add(Stopwatch.GetElapsedTime(start));
        }

        return took;
    }

    private static void Print(string name, List<TimeSpan> took)
    {
        took.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {name}  p50 {Percentile(took, 0.50):F0} ms  p95 {Percentile(took, 0.95):F0} ms  ({took.Count} questions)
            """));
    }

    private static double Percentile(List<TimeSpan> sorted, double share) =>
        sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(sorted.Count * share) - 1)].TotalMilliseconds;
}
