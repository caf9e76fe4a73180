using System.Globalization;
using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Aws.Datasets.Utilization;
using Archera.Aws.Sessions;
using Archera.Benchmarks.Product;
using Archera.Benchmarks.Simulator;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;
using Microsoft.Extensions.Options;

namespace Archera.Benchmarks.Utilization;

/// <summary>
/// What reading and storing the metrics of many accounts takes: a session for each, its Regions, its list of metrics,
/// their points, their figures in the account's report. Roles are not verified: that is measured by <c>onboard</c>.
/// </summary>
internal static class UtilizationBenchmark
{
    private static readonly DatasetName Utilization = DatasetName.Parse("Utilization");

    internal static async Task<int> RunAsync(FleetSize size, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("archera-benchmark-").FullName;
        try
        {
            await using var simulator = await SimulatorProcess.StartAsync(
                MetricSimulator.Arguments(size), cancellationToken);
            await using var product = await ProductUnderTest.StartAsync(
                folder, simulator, historyDays: 1, cancellationToken);
            AccountKey[] accounts =
            [
                .. size.Generate().Organizations.SelectMany(organization => organization.Accounts.Select(account =>
                    new AccountKey(
                        PayerAccountKey.Parse($"aws:{organization.PayerAccountId}"), AwsAccountId.Parse(account.Id))))
                    .Take(size.Accounts),
            ];
            var (simulatorBefore, figures) = (simulator.ProcessorTime, ProcessFigures.Mark());
            await Parallel.ForEachAsync(
                accounts,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = product.Services.GetRequiredService<IOptions<RefreshOptions>>().Value
                        .Parallelism,
                    CancellationToken = cancellationToken,
                },
                async (account, token) => await ReadAsync(account, size, product.Services, token));
            Print(size, figures, simulator.ProcessorTime - simulatorBefore, product.Calls);
            return await CountAsync(size, accounts, product.Services, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ReadAsync(
        AccountKey account, FleetSize size, IServiceProvider services, CancellationToken cancellationToken)
    {
        var midnight = MetricWindow.StartOf(FleetSize.Today.AddDays(-1));
        var clock = new BillingClock(new StoppedTime(midnight.AddMinutes(5 * size.Points)));
        var dataset = new UtilizationDataset(services.GetRequiredService<IOptions<UtilizationOptions>>(), clock);
        await using var connection = services.GetRequiredService<IAccountConnections>().Create(
            new AccountRole(
                account.Own,
                RoleArn.Parse($"arn:aws:iam::{account.Linked}:role/{FleetSize.RoleName}"),
                new ExternalId(FleetSize.ExternalId),
                dataset.Actions),
            services.GetRequiredService<IAwsCallObserver>());
        var day = DateOnly.FromDateTime(midnight.UtcDateTime);
        var answer = await dataset.ReadAsync(
            new PlannedRead(Utilization, DatePeriod.OfDay(day)), connection, cancellationToken);
        if ((answer.Failure ?? answer.Value?.Missing) is { } failure)
        {
            Console.WriteLine(failure.Detail);
            return;
        }

        var partition = answer.Value!.Partitions.Single();
        await services.GetRequiredService<IGrainFactory>()
            .GetGrain<IUtilizationReportGrain>(IUtilizationReportGrain.KeyOf(account, YearMonth.Of(day)))
            .StoreAsync(
                AggregateParts.Whole(
                    new PartitionKey(account.Payer, Utilization, day, account.Linked),
                    new ReadStamp(1, 1),
                    clock.Now,
                    partition.Estimated,
                    partition.SchemaVersion,
                    partition.Content),
                cancellationToken);
    }

    private static void Print(FleetSize size, ProcessFigures figures, TimeSpan simulator, AwsCallTotals calls)
    {
        var (elapsed, ours, peak) = (figures.Elapsed, figures.ProcessorTime, ProcessFigures.PeakMemoryMiB);
        var metrics = (double)size.Accounts * size.Metrics;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            fleet            {size.Accounts} accounts x {size.Metrics} metrics x {size.Points} points
            throttled        {size.Throttle:P0} of all calls
            elapsed          {elapsed.TotalSeconds:F1} s  ({metrics / elapsed.TotalSeconds:N0} metrics/s)
            our CPU          {ours.TotalSeconds:F1} s  ({metrics / ours.TotalSeconds:N0} metrics per CPU second)
            simulator's CPU  {simulator.TotalSeconds:F1} s
            our peak memory  {peak} MiB
            AWS calls        {calls.Calls:N0}, {calls.Throttled:N0} throttled, {calls.CostUsd} USD
            """));
    }

    /// <summary>Asks every report what it has of the day.</summary>
    private static async Task<int> CountAsync(
        FleetSize size, AccountKey[] accounts, IServiceProvider services, CancellationToken cancellationToken)
    {
        var day = FleetSize.Today.AddDays(-1);
        var query = new UtilizationQuery(DatePeriod.OfDay(day), [], [], [], []);
        var stored = 0;
        foreach (var account in accounts)
        {
            var slice = await services.GetRequiredService<IGrainFactory>()
                .GetGrain<IUtilizationReportGrain>(IUtilizationReportGrain.KeyOf(account, YearMonth.Of(day)))
                .GetUtilizationAsync(query, cancellationToken);
            stored += slice.Machines.Sum(machine => machine.Metrics.Count(each => each.Points == size.Points));
        }

        var lost = (size.Accounts * size.Metrics) - stored;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"metrics lost     {lost:N0} of {stored + lost:N0}"));
        return lost == 0 ? 0 : 1;
    }

    private sealed class StoppedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
