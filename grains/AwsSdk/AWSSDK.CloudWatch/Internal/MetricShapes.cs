using System.Text.Json;
using Amazon.CloudWatch.Model;
using Amazon.Runtime.Internal.Util;
using Archera.AwsSdk.JsonProtocol;
using static Archera.AwsSdk.JsonProtocol.JsonReading;

namespace Amazon.CloudWatch.Internal;

/// <summary>A metric's name, which is in requests and in answers.</summary>
internal static class MetricShapes
{
    public static void Write(Utf8JsonWriter writer, Metric metric)
    {
        writer.Member(nameof(metric.Dimensions), metric.Dimensions, Write);
        writer.Member(nameof(metric.MetricName), metric.MetricName);
        writer.Member(nameof(metric.Namespace), metric.Namespace);
    }

    public static Metric Metric(ref StreamingUtf8JsonReader reader)
    {
        var metric = new Metric();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(metric.Dimensions)))
                metric.Dimensions = List(ref reader, Dimension);
            else if (reader.ValueTextEquals(nameof(metric.MetricName)))
                metric.MetricName = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(metric.Namespace)))
                metric.Namespace = Text(ref reader);
            else
                Skip(ref reader);
        }
        return metric;
    }

    private static void Write(Utf8JsonWriter writer, Dimension dimension)
    {
        writer.Member(nameof(dimension.Name), dimension.Name);
        writer.Member(nameof(dimension.Value), dimension.Value);
    }

    private static Dimension Dimension(ref StreamingUtf8JsonReader reader)
    {
        var dimension = new Dimension();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(dimension.Name)))
                dimension.Name = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(dimension.Value)))
                dimension.Value = Text(ref reader);
            else
                Skip(ref reader);
        }
        return dimension;
    }
}
