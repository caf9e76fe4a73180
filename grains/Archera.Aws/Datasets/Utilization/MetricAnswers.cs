using System.Collections.Immutable;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace Archera.Aws.Datasets.Utilization;

/// <summary>
/// Puts the pages of one call together, by id and time. A moment that comes again counts once, as the newer page has
/// it. What AWS says is forbidden or failed stays so, whatever else came: it is never an empty series.
/// </summary>
public sealed class MetricAnswers
{
    private static readonly Comparer<MetricPoint> ByTime =
        Comparer<MetricPoint>.Create((left, right) => left.At.CompareTo(right.At));

    private readonly MetricCall _call;
    private readonly Dictionary<string, Collected> _byId;

    public MetricAnswers(MetricCall call)
    {
        _call = call;
        _byId = call.Queries().ToDictionary(
            query => query.Id,
            query => new Collected(query.Series.Definition.IsRate ? call.Window.PeriodSeconds : 1),
            StringComparer.Ordinal);
    }

    /// <exception cref="UnreadableAnswerException">It is not an answer to the call.</exception>
    public void Add(IReadOnlyList<MetricDataResult>? page)
    {
        foreach (var result in page ?? [])
        {
            if (result.Id is null || !_byId.TryGetValue(result.Id, out var collected))
                throw new UnreadableAnswerException($"nothing was asked under the id {result.Id}");
            collected.Say(result.StatusCode);
            var (times, values) = (result.Timestamps ?? [], result.Values ?? []);
            if (times.Count != values.Count)
                throw new UnreadableAnswerException($"{result.Id} has {times.Count} times and {values.Count} values");
            for (var at = 0; at < times.Count; at++)
                collected.Put(Point(result.Id, times[at], values[at]));
        }
    }

    /// <summary>All metrics of the call, in its order.</summary>
    /// <exception cref="UnreadableAnswerException">A query was not answered.</exception>
    public ImmutableArray<SeriesReading> Finish() => [.. _call.Series.Select(Finish)];

    private SeriesReading Finish(MetricSeries series, int at)
    {
        var statistics = series.Definition.Statistics;
        var main = _byId[MetricCall.IdOf(at, 0)];
        var peak = _byId[MetricCall.IdOf(at, statistics.Length - 1)];
        var standing = (MetricStanding)Math.Max((int)main.Standing(series), (int)peak.Standing(series));
        return standing == MetricStanding.Read
            ? new SeriesReading(series, standing, main.Points, peak.Points)
            : new SeriesReading(series, standing, [], []);
    }

    private MetricPoint Point(string id, DateTime time, double value)
    {
        var at = new DateTimeOffset(time.ToUniversalTime(), TimeSpan.Zero);
        if (at < _call.Window.From || at >= _call.Window.To)
            throw new UnreadableAnswerException($"{id} has a point outside of what was asked for");
        if (!double.IsFinite(value))
            throw new UnreadableAnswerException($"{id} has a point without a value");
        return new MetricPoint(at, value);
    }

    /// <param name="seconds">What a point's value is divided by.</param>
    private sealed class Collected(int seconds)
    {
        private StatusCode? _status;

        public List<MetricPoint> Points { get; } = [];

        public void Say(StatusCode? status)
        {
            if (_status != StatusCode.Forbidden && _status != StatusCode.InternalError)
                _status = status;
        }

        public void Put(MetricPoint point)
        {
            point = point with { Value = point.Value / seconds };
            if (Points.Count == 0 || Points[^1].At < point.At)
            {
                Points.Add(point);
                return;
            }

            var at = Points.BinarySearch(point, ByTime);
            if (at >= 0)
                Points[at] = point;
            else
                Points.Insert(~at, point);
        }

        /// <summary>A metric of which more was to come when the pages ended was broken off.</summary>
        public MetricStanding Standing(MetricSeries series)
        {
            if (_status is null)
                throw new UnreadableAnswerException($"{series.Definition.Name} of {series.InstanceId} has no answer");
            return _status == StatusCode.Complete ? MetricStanding.Read
                : _status == StatusCode.Forbidden ? MetricStanding.Forbidden
                : MetricStanding.Failed;
        }
    }
}
