using System.Text.Json;
using Amazon.CostExplorer.Model;
using Amazon.Runtime.Internal.Util;
using Archera.AwsSdk.JsonProtocol;
using static Archera.AwsSdk.JsonProtocol.JsonReading;

namespace Amazon.CostExplorer.Internal;

internal static class GetCostAndUsage
{
    public static JsonOperation<GetCostAndUsageRequest, GetCostAndUsageResponse> Operation { get; } =
        new(CostExplorerService.Json, nameof(GetCostAndUsage), Write, Read);

    private static void Write(Utf8JsonWriter writer, GetCostAndUsageRequest request)
    {
        writer.Member(nameof(request.BillingViewArn), request.BillingViewArn);
        writer.Member(nameof(request.Filter), request.Filter, RequestShapes.Expression);
        writer.Member(nameof(request.Granularity), request.Granularity);
        writer.Member(nameof(request.GroupBy), request.GroupBy, RequestShapes.GroupDefinition);
        writer.Member(nameof(request.Metrics), request.Metrics);
        writer.Member(nameof(request.NextPageToken), request.NextPageToken);
        writer.Member(nameof(request.TimePeriod), request.TimePeriod, RequestShapes.DateInterval);
    }

    private static GetCostAndUsageResponse Read(ref StreamingUtf8JsonReader reader)
    {
        var response = new GetCostAndUsageResponse();
        var results = new ResultsReader();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(response.ResultsByTime)))
                response.ResultsByTime = List(ref reader, results.ResultByTime);
            else if (reader.ValueTextEquals(nameof(response.DimensionValueAttributes)))
                response.DimensionValueAttributes = List(ref reader, ResponseShapes.ValueWithAttributes);
            else if (reader.ValueTextEquals(nameof(response.GroupDefinitions)))
                response.GroupDefinitions = List(ref reader, ResponseShapes.GroupDefinition);
            else if (reader.ValueTextEquals(nameof(response.NextPageToken)))
                response.NextPageToken = Text(ref reader);
            else
                Skip(ref reader);
        }
        return response;
    }
}
