using System.Collections.Immutable;
using Amazon.CloudWatch.Model;

namespace Archera.Aws.Datasets.Utilization;

/// <summary>
/// Finds machines' metrics in the pages of ListMetrics. EC2's are those of one machine: sums over a type or a group are
/// left out. The agent may report one metric under several sets of dimensions, to be summed up by: the largest set that
/// names the machine is the machine's own.
/// </summary>
public sealed class ListedMetrics(int maxSeries)
{
    private const string InstanceId = "InstanceId";

    private readonly SortedDictionary<(string InstanceId, MachineMetric Metric), MetricSeries> _series = new(
        Comparer<(string InstanceId, MachineMetric Metric)>.Create((left, right) =>
            string.CompareOrdinal(left.InstanceId, right.InstanceId) is var byId and not 0
                ? byId
                : left.Metric.CompareTo(right.Metric)));

    public bool IsEmpty => _series.Count == 0;

    /// <exception cref="UnreadableAnswerException">A metric can't be read, or there are too many.</exception>
    public void Add(IReadOnlyList<Metric>? page)
    {
        foreach (var metric in page ?? [])
        {
            if (MetricDefinition.Find(metric.Namespace, metric.MetricName) is not { } definition)
                continue;
            if (Read(metric, definition) is not { } series)
                continue;
            var key = (series.InstanceId, definition.Metric);
            if (!_series.TryGetValue(key, out var known) || IsRather(series, known))
                _series[key] = series;
            if (_series.Count > maxSeries)
                throw new UnreadableAnswerException($"it has more than {maxSeries} metrics", tooLarge: true);
        }
    }

    /// <summary>In the order of machines, and of metrics within.</summary>
    public ImmutableArray<MetricSeries> Finish() => [.. _series.Values];

    private static MetricSeries? Read(Metric metric, MetricDefinition definition)
    {
        var dimensions = ImmutableArray.CreateBuilder<MetricDimension>(metric.Dimensions?.Count ?? 0);
        string? machine = null;
        foreach (var dimension in metric.Dimensions ?? [])
        {
            if (string.IsNullOrEmpty(dimension.Name) || string.IsNullOrEmpty(dimension.Value))
                throw new UnreadableAnswerException($"a dimension of {definition.Name} has no name or no value");
            dimensions.Add(new MetricDimension(dimension.Name, dimension.Value));
            if (dimension.Name == InstanceId)
                machine = dimension.Value;
        }

        var isOfMachine = machine is not null
            && (definition.Namespace != MetricDefinition.Namespaces[0] || dimensions.Count == 1);
        return isOfMachine ? new MetricSeries(machine!, definition, dimensions.ToImmutable()) : null;
    }

    private static bool IsRather(MetricSeries series, MetricSeries than) =>
        series.Dimensions.Length != than.Dimensions.Length
            ? series.Dimensions.Length > than.Dimensions.Length
            : string.CompareOrdinal(Text(series), Text(than)) < 0;

    private static string Text(MetricSeries series) => series.Definition.Name + "\n" + string.Join(
        '\n', series.Dimensions.Select(each => $"{each.Name}={each.Value}").Order(StringComparer.Ordinal));
}
