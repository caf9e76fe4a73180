using System.Text.Json;
using Amazon.CloudWatch.Model;
using Amazon.Runtime.Internal.Util;
using Archera.AwsSdk.JsonProtocol;
using static Archera.AwsSdk.JsonProtocol.JsonReading;

namespace Amazon.CloudWatch.Internal;

internal static class GetMetricData
{
    public static JsonOperation<GetMetricDataRequest, GetMetricDataResponse> Operation { get; } =
        new(CloudWatchService.Json, nameof(GetMetricData), Write, Read);

    private static void Write(Utf8JsonWriter writer, GetMetricDataRequest request)
    {
        writer.Member(nameof(request.EndTime), request.EndTime);
        writer.Member(nameof(request.LabelOptions), request.LabelOptions, Write);
        writer.Member(nameof(request.MaxDatapoints), request.MaxDatapoints);
        writer.Member(nameof(request.MetricDataQueries), request.MetricDataQueries, Write);
        writer.Member(nameof(request.NextToken), request.NextToken);
        writer.Member(nameof(request.ScanBy), request.ScanBy?.Value);
        writer.Member(nameof(request.StartTime), request.StartTime);
    }

    private static void Write(Utf8JsonWriter writer, LabelOptions options) =>
        writer.Member(nameof(options.Timezone), options.Timezone);

    private static void Write(Utf8JsonWriter writer, MetricDataQuery query)
    {
        writer.Member(nameof(query.AccountId), query.AccountId);
        writer.Member(nameof(query.Expression), query.Expression);
        writer.Member(nameof(query.Id), query.Id);
        writer.Member(nameof(query.Label), query.Label);
        writer.Member(nameof(query.MetricStat), query.MetricStat, Write);
        writer.Member(nameof(query.Period), query.Period);
        writer.Member(nameof(query.ReturnData), query.ReturnData);
    }

    private static void Write(Utf8JsonWriter writer, MetricStat stat)
    {
        writer.Member(nameof(stat.Metric), stat.Metric, MetricShapes.Write);
        writer.Member(nameof(stat.Period), stat.Period);
        writer.Member(nameof(stat.Stat), stat.Stat);
        writer.Member(nameof(stat.Unit), stat.Unit?.Value);
    }

    private static GetMetricDataResponse Read(ref StreamingUtf8JsonReader reader)
    {
        var response = new GetMetricDataResponse();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(response.MetricDataResults)))
                response.MetricDataResults = List(ref reader, Result);
            else if (reader.ValueTextEquals(nameof(response.Messages)))
                response.Messages = List(ref reader, Message);
            else if (reader.ValueTextEquals(nameof(response.NextToken)))
                response.NextToken = Text(ref reader);
            else
                Skip(ref reader);
        }
        return response;
    }

    private static MetricDataResult Result(ref StreamingUtf8JsonReader reader)
    {
        var result = new MetricDataResult();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(result.Id)))
                result.Id = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(result.Label)))
                result.Label = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(result.Timestamps)))
                result.Timestamps = Timestamps(ref reader);
            else if (reader.ValueTextEquals(nameof(result.Values)))
                result.Values = Doubles(ref reader);
            else if (reader.ValueTextEquals(nameof(result.StatusCode)))
                result.StatusCode = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(result.Messages)))
                result.Messages = List(ref reader, Message);
            else
                Skip(ref reader);
        }
        return result;
    }

    private static MessageData Message(ref StreamingUtf8JsonReader reader)
    {
        var message = new MessageData();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(message.Code)))
                message.Code = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(message.Value)))
                message.Value = Text(ref reader);
            else
                Skip(ref reader);
        }
        return message;
    }
}
