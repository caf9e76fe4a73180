using System.Text.Json;
using Amazon.CostExplorer.Model;
using Amazon.Runtime.Internal.Util;
using Archera.AwsSdk.JsonProtocol;
using static Archera.AwsSdk.JsonProtocol.JsonReading;

namespace Amazon.CostExplorer.Internal;

/// <summary>Reads the results of one answer, which repeat their keys, metric names and units in every group.</summary>
internal sealed class ResultsReader
{
    private const int MetricsOfAGroup = 4;

    private readonly RepeatedTexts _texts = new();
    private readonly ReadJson<Group> _group;
    private readonly ReadJson<string> _key;

    public ResultsReader()
    {
        _group = Group;
        _key = Repeated;
    }

    public ResultByTime ResultByTime(ref StreamingUtf8JsonReader reader)
    {
        var result = new ResultByTime();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(result.Groups)))
                result.Groups = List(ref reader, _group);
            else if (reader.ValueTextEquals(nameof(result.TimePeriod)))
                result.TimePeriod = ResponseShapes.DateInterval(ref reader);
            else if (reader.ValueTextEquals(nameof(result.Total)))
                result.Total = Metrics(ref reader);
            else if (reader.ValueTextEquals(nameof(result.Estimated)))
                result.Estimated = Bool(ref reader);
            else
                Skip(ref reader);
        }
        return result;
    }

    private Group Group(ref StreamingUtf8JsonReader reader)
    {
        var group = new Group();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(group.Metrics)))
                group.Metrics = Metrics(ref reader);
            else if (reader.ValueTextEquals(nameof(group.Keys)))
                group.Keys = List(ref reader, _key);
            else
                Skip(ref reader);
        }
        return group;
    }

    private Dictionary<string, MetricValue> Metrics(ref StreamingUtf8JsonReader reader)
    {
        if (!IsObject(ref reader))
            return null;
        var metrics = new Dictionary<string, MetricValue>(MetricsOfAGroup);
        while (NextMember(ref reader))
        {
            var name = _texts.Read(ref reader);
            metrics.Add(name, Metric(ref reader));
        }
        return metrics;
    }

    private MetricValue Metric(ref StreamingUtf8JsonReader reader)
    {
        if (!IsObject(ref reader))
            return null;
        var metric = new MetricValue();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(metric.Amount)))
                metric.Amount = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(metric.Unit)))
                metric.Unit = Next(ref reader) == JsonTokenType.Null ? null : Repeated(ref reader);
            else
                Skip(ref reader);
        }
        return metric;
    }

    private string Repeated(ref StreamingUtf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? _texts.Read(ref reader) : throw Unexpected(reader.TokenType);
}
