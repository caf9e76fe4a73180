using System.Collections.Immutable;
using System.Globalization;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace Archera.Aws.Datasets.Utilization;

/// <summary>One GetMetricData: whole metrics, with all their statistics.</summary>
public sealed record MetricCall(MetricWindow Window, ImmutableArray<MetricSeries> Series)
{
    /// <summary>AWS takes no more queries a call.</summary>
    public const int MaxQueries = 500;

    /// <summary>AWS puts no more points on a page: a call that may have more would be several.</summary>
    public const int MaxPoints = 100_800;

    /// <summary>AWS's price of a metric in US dollars. Up to five statistics of it in one call are one.</summary>
    public const decimal PriceOfMetricUsd = 0.01m / 1_000;

    public decimal PriceUsd => PriceOfMetricUsd * Series.Length;

    /// <summary>A statistic and a metric each, in order. The statistics of one metric are never in two calls.</summary>
    public static IEnumerable<MetricCall> Plan(IReadOnlyList<MetricSeries> series, MetricWindow window)
    {
        if (window.IsEmpty)
            yield break;
        var room = Math.Clamp(MaxPoints / window.Points, MetricDefinition.MaxStatistics, MaxQueries);
        var (from, queries) = (0, 0);
        for (var next = 0; next < series.Count; next++)
        {
            var more = series[next].Definition.Statistics.Length;
            if (queries + more > room)
            {
                yield return Of(from, next);
                (from, queries) = (next, 0);
            }

            queries += more;
        }

        if (queries > 0)
            yield return Of(from, series.Count);

        MetricCall Of(int first, int end) => new(window, [.. series.Skip(first).Take(end - first)]);
    }

    public IEnumerable<MetricQuery> Queries() => Series.SelectMany((series, at) => series.Definition.Statistics.Select(
        (statistic, which) => new MetricQuery(IdOf(at, which), series, statistic)));

    public GetMetricDataRequest ToRequest(string? nextToken) => new()
    {
        StartTime = Window.From.UtcDateTime,
        EndTime = Window.To.UtcDateTime,
        ScanBy = ScanBy.TimestampAscending,
        MaxDatapoints = MaxPoints,
        NextToken = nextToken,
        MetricDataQueries = [.. Queries().Select(ToQuery)],
    };

    public static string IdOf(int series, int statistic) =>
        string.Create(CultureInfo.InvariantCulture, $"m{series}_{statistic}");

    private MetricDataQuery ToQuery(MetricQuery query) => new()
    {
        Id = query.Id,
        MetricStat = new MetricStat
        {
            Period = Window.PeriodSeconds,
            Stat = query.Statistic,
            Metric = new Metric
            {
                Namespace = query.Series.Definition.Namespace,
                MetricName = query.Series.Definition.Name,
                Dimensions =
                [
                    .. query.Series.Dimensions.Select(each => new Dimension { Name = each.Name, Value = each.Value }),
                ],
            },
        },
    };
}
