using System.Globalization;
using Archera.Aws.Calls;
using Archera.Benchmarks.Product;
using Archera.Benchmarks.Simulator;
using Archera.Sandbox.Aws.Truth;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.PublicApi;

namespace Archera.Benchmarks.Ingest;

/// <summary>
/// How fast a world is read, from claiming its first account to its last checkpoint, and what that takes.
/// </summary>
internal static class IngestBenchmark
{
    internal static Task<int> RunAsync(WorldSize size, CancellationToken cancellationToken) => BenchmarkRun.InAsync(
        size, (folder, simulator) => MeasureAsync(size, folder, simulator, cancellationToken), cancellationToken);

    private static async Task<int> MeasureAsync(
        WorldSize size, string folder, SimulatorProcess simulator, CancellationToken cancellationToken)
    {
        var world = size.Generate();
        await using var product = await ProductUnderTest.StartAsync(folder, simulator, size.Days, cancellationToken);
        var simulatorBefore = simulator.ProcessorTime;
        var figures = ProcessFigures.Mark();
        var api = await IngestAsync(product, folder, world.Organizations, cancellationToken);
        Print(size, figures, simulator.ProcessorTime - simulatorBefore, product.Calls, world);
        return await CompareAsync(api, world, size, cancellationToken);
    }

    private static async Task<ApiClient> IngestAsync(
        ProductUnderTest product,
        string folder,
        IReadOnlyList<Organization> organizations,
        CancellationToken cancellationToken)
    {
        var api = await product.OnboardAsync(folder, organizations, cancellationToken);
        await ProductUnderTest.WaitUntilReadAsync(api, cancellationToken);
        return api;
    }

    private static void Print(
        WorldSize size,
        ProcessFigures figures,
        TimeSpan simulator,
        AwsCallTotals calls,
        AwsWorld world)
    {
        // The figures first: counting rows makes the world once more, in this process.
        var (elapsed, ours, peak) = (figures.Elapsed, figures.ProcessorTime, ProcessFigures.PeakMemoryMiB);
        var rows = RowsOf(world, size, TruthGrouping.Service);
        var byRecordType = RowsOf(world, size, TruthGrouping.RecordType);
        var (aSecond, aCpuSecond) = (rows / elapsed.TotalSeconds, rows / ours.TotalSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            world            {size.Payers} payers x {size.Linked} accounts x {size.Services} services x {size.Days} days
            rows             {rows:N0} by service and account, {byRecordType:N0} by record type and account
            elapsed          {elapsed.TotalSeconds:F1} s  ({aSecond:N0} rows/s by service and account)
            our CPU          {ours.TotalSeconds:F1} s  ({aCpuSecond:N0} rows per CPU second)
            simulator's CPU  {simulator.TotalSeconds:F1} s
            our peak memory  {peak} MiB
            AWS calls        {calls.Calls:N0}, {calls.Throttled} throttled, {calls.CostUsd} USD
            """));
    }

    private static int RowsOf(AwsWorld world, WorldSize size, TruthGrouping grouping) => world.Organizations.Sum(
        organization => TruthOf(world, organization, size, [grouping, TruthGrouping.LinkedAccount]).Count());

    private static async Task<int> CompareAsync(
        ApiClient api, AwsWorld world, WorldSize size, CancellationToken cancellationToken)
    {
        var wrong = 0;
        foreach (var organization in world.Organizations)
        {
            var answer = await api.GetCostsAsync(
                new CostsQuestion(WorldSize.Today.AddDays(-size.Days), WorldSize.Today)
                {
                    Granularity = "Monthly",
                    PayerAccount = $"aws:{organization.PayerAccountId}",
                },
                cancellationToken);
            var truth = TruthOf(world, organization, size, []).Sum(row => row.Amount);
            if (answer.Totals.Sum(total => decimal.Parse(total.Amount, CultureInfo.InvariantCulture)) != truth)
                wrong++;
        }

        Console.WriteLine($"payers whose total differs from the truth: {wrong} of {world.Organizations.Count}");
        return wrong == 0 ? 0 : 1;
    }

    private static IEnumerable<TruthRow> TruthOf(
        AwsWorld world, Organization organization, WorldSize size, IReadOnlyList<TruthGrouping> keys) =>
        CostTruth.Rows(
            world,
            organization.PayerAccountId,
            WorldSize.Today.AddDays(-size.Days),
            WorldSize.Today,
            keys,
            "UnblendedCost");
}
