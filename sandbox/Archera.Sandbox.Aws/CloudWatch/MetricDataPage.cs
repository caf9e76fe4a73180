using Archera.Sandbox.Aws.Faults;

namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>
/// Fills a page query by query until it has no room for another point. The query that is cut says PartialData and goes
/// on; those behind it are on later pages only.
/// </summary>
internal sealed class MetricDataPage
{
    private readonly MetricDataRequest _request;
    private readonly MetricWindow _window;
    private readonly Func<MetricQuery, IMetricSeries?> _find;
    private readonly HashSet<(MetricKey, int)> _withPercentiles;
    private readonly Dictionary<(MetricKey, int), List<PeriodPoint>> _points = [];

    internal MetricDataPage(
        MetricDataRequest request, MetricWindow window, Func<MetricQuery, IMetricSeries?> find)
    {
        (_request, _window, _find) = (request, window, find);
        _withPercentiles = request.Queries
            .Where(query => query.Statistic.IsPercentile)
            .Select(query => (query.Metric, query.Period))
            .ToHashSet();
    }

    /// <param name="account">Who calls: another account's metrics are forbidden.</param>
    internal (IReadOnlyList<MetricDataRow> Rows, MetricPosition? Next) Fill(
        MetricPosition from, int room, string account, DrawnFaults faults)
    {
        var rows = new List<MetricDataRow>();
        for (var index = from.Index; index < _request.Queries.Count; index++)
        {
            var query = _request.Queries[index];
            if (!query.ReturnData)
                continue;
            if (room == 0)
                return (rows, new MetricPosition(from.AsOf, index));
            if (Spoiled(query, index, account, faults) is { } spoiled)
            {
                rows.Add(spoiled);
                continue;
            }

            var rest = Points(query, index == from.Index ? from.After : null);
            var page = rest.Count <= room ? rest : rest[..room];
            var isWhole = page.Count == rest.Count;
            rows.Add(Row(query, isWhole ? MetricDataRow.Complete : MetricDataRow.PartialData, page));
            if (!isWhole)
                return (rows, new MetricPosition(from.AsOf, index, page[^1].At));
            room -= page.Count;
        }

        return (rows, null);
    }

    /// <summary>A drawn fault hits every second query: right and wrong stand side by side in an answer.</summary>
    private static MetricDataRow? Spoiled(MetricQuery query, int index, string account, DrawnFaults faults)
    {
        if ((query.AccountId ?? account) != account || (faults.Has(FaultKind.MetricForbidden) && index % 2 == 0))
            return Row(query, MetricDataRow.Forbidden, []) with { Message = "You may not read this metric." };
        return faults.Has(FaultKind.MetricInternalError) && index % 2 == 0
            ? Row(query, MetricDataRow.InternalError, []) with { Message = "An internal error occurred." }
            : null;
    }

    private static MetricDataRow Row(MetricQuery query, string status, IReadOnlyList<MetricSample> points) =>
        new(query.Id, query.Label ?? query.Metric.Name, status, points);

    private List<MetricSample> Points(MetricQuery query, long? after)
    {
        var points = InPeriods(query)
            .Where(point => after is null || (_request.IsAscending ? point.At > after : point.At < after))
            .Select(point => new MetricSample(point.At, query.Statistic.Of(point)))
            .ToList();
        if (!_request.IsAscending)
            points.Reverse();
        return points;
    }

    /// <summary>Worked out once for all statistics of a metric.</summary>
    private List<PeriodPoint> InPeriods(MetricQuery query)
    {
        if (_find(query) is not { } series || (query.Unit ?? series.Unit) != series.Unit)
            return [];
        var key = (query.Metric, query.Period);
        if (!_points.TryGetValue(key, out var points))
        {
            points = MetricPeriods.Of(series, _window, query.Period, _withPercentiles.Contains(key));
            _points.Add(key, points);
        }

        return points;
    }
}
