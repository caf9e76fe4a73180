using System.Text.Json;
using Amazon.CloudWatch.Model;
using Amazon.Runtime.Internal.Util;
using Archera.AwsSdk.JsonProtocol;
using static Archera.AwsSdk.JsonProtocol.JsonReading;

namespace Amazon.CloudWatch.Internal;

internal static class ListMetrics
{
    public static JsonOperation<ListMetricsRequest, ListMetricsResponse> Operation { get; } =
        new(CloudWatchService.Json, nameof(ListMetrics), Write, Read);

    private static void Write(Utf8JsonWriter writer, ListMetricsRequest request)
    {
        writer.Member(nameof(request.Dimensions), request.Dimensions, Write);
        writer.Member(nameof(request.IncludeLinkedAccounts), request.IncludeLinkedAccounts);
        writer.Member(nameof(request.MetricName), request.MetricName);
        writer.Member(nameof(request.Namespace), request.Namespace);
        writer.Member(nameof(request.NextToken), request.NextToken);
        writer.Member(nameof(request.OwningAccount), request.OwningAccount);
        writer.Member(nameof(request.RecentlyActive), request.RecentlyActive?.Value);
    }

    private static void Write(Utf8JsonWriter writer, DimensionFilter filter)
    {
        writer.Member(nameof(filter.Name), filter.Name);
        writer.Member(nameof(filter.Value), filter.Value);
    }

    private static ListMetricsResponse Read(ref StreamingUtf8JsonReader reader)
    {
        var response = new ListMetricsResponse();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(response.Metrics)))
                response.Metrics = List(ref reader, MetricShapes.Metric);
            else if (reader.ValueTextEquals(nameof(response.NextToken)))
                response.NextToken = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(response.OwningAccounts)))
                response.OwningAccounts = Strings(ref reader);
            else
                Skip(ref reader);
        }
        return response;
    }
}
