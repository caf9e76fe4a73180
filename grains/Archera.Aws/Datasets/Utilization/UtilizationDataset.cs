using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Datasets.Utilization;

/// <summary>
/// How much the machines of an account are used: a partition a day, read as the day goes by, and a last time when its
/// metrics have arrived. A read takes all of the days that are open: AWS charges for metrics, not for points.
/// </summary>
public sealed class UtilizationDataset(IOptions<UtilizationOptions> options, BillingClock clock) : IDataset
{
    private const int DaysOfTheFirstLook = 1;

    public DatasetName Name { get; } = DatasetName.Parse("Utilization");

    public IReadOnlyList<string> Actions { get; } =
        ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics", "ec2:DescribeRegions"];

    public IDatasetProbe Probe => UtilizationProbe.Instance;

    public TimeSpan Freshness => options.Value.Freshness;

    public DatasetKeeping Keeping => DatasetKeeping.DailyReport;

    public DatasetPlace Place => DatasetPlace.LinkedAccount;

    public bool ReadsToday => true;

    public IReadOnlyList<CostDimension> Dimensions => [];

    /// <summary>The account's first day is the one after its first look: metrics go further back.</summary>
    public DateOnly FirstDayIn(DateOnly account) => account.AddDays(-DaysOfTheFirstLook - options.Value.HistoryDays);

    public IReadOnlyList<PlannedRead> Plan(DatasetPlanRequest request)
    {
        var days = new DatePeriod(request.FirstDay, request.Today.AddDays(1)).Days()
            .Where(day => IsDue(day, request));
        return
        [
            .. DatePeriod.Runs(days).SelectMany(run => run.Days().Chunk(options.Value.DaysPerRead))
                .Select(some => new PlannedRead(Name, new DatePeriod(some[0], some[^1].AddDays(1)))),
        ];
    }

    /// <remarks>
    /// A Region or a metric that can't be read does not keep the others from being read: what is missing is named in
    /// <see cref="DatasetReading.Missing"/>.
    /// </remarks>
    public async Task<AwsAnswer<DatasetReading>> ReadAsync(
        PlannedRead read, IAccountConnection connection, CancellationToken cancellationToken)
    {
        var listed = await ListedRegions.ReadAsync(connection, cancellationToken);
        if (!listed.Succeeded)
            return listed.Failure;
        var pages = new UtilizationPages(read.Days, MetricWindow.Of(read.Days, clock.Now), connection.Account);
        foreach (var region in listed.Value.All.Where(each => each.IsIn).Select(each => each.Region))
        {
            var reader = new MetricReader(connection, options.Value, region, pages.Window);
            pages.Add(region, await reader.ReadAsync(cancellationToken), reader.Refused);
        }

        return new AwsAnswer<DatasetReading>
        {
            Value = pages.Finish(day => clock.Now < MetricWindow.StartOf(day.AddDays(1)) + options.Value.Settling),
            RequestId = listed.RequestId,
        };
    }

    private bool IsDue(DateOnly day, DatasetPlanRequest request)
    {
        if (!request.Days.TryGetValue(day, out var read) || request.Late.Contains(day))
            return true;
        if (!read.Estimated)
            return false;
        return request.Everything
            || read.ReadAt + Freshness <= request.Now
            || (read.ReadAt < EndOf(day) && request.Now >= EndOf(day));
    }

    private static DateTimeOffset EndOf(DateOnly day) => MetricWindow.StartOf(day.AddDays(1));
}
