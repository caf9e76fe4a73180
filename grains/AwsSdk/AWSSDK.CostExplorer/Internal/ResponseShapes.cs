using Amazon.CostExplorer.Model;
using Amazon.Runtime.Internal.Util;
using static Archera.AwsSdk.JsonProtocol.JsonReading;

namespace Amazon.CostExplorer.Internal;

internal static class ResponseShapes
{
    public static DateInterval DateInterval(ref StreamingUtf8JsonReader reader)
    {
        if (!IsObject(ref reader))
            return null;
        var interval = new DateInterval();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(interval.Start)))
                interval.Start = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(interval.End)))
                interval.End = Text(ref reader);
            else
                Skip(ref reader);
        }
        return interval;
    }

    public static DimensionValuesWithAttributes ValueWithAttributes(ref StreamingUtf8JsonReader reader)
    {
        var value = new DimensionValuesWithAttributes();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(value.Value)))
                value.Value = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(value.Attributes)))
                value.Attributes = StringMap(ref reader);
            else
                Skip(ref reader);
        }
        return value;
    }

    public static GroupDefinition GroupDefinition(ref StreamingUtf8JsonReader reader)
    {
        var definition = new GroupDefinition();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(definition.Type)))
                definition.Type = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(definition.Key)))
                definition.Key = Text(ref reader);
            else
                Skip(ref reader);
        }
        return definition;
    }
}
