using System.Text.Json;
using Amazon.CostExplorer.Model;
using Amazon.Runtime.Internal.Util;
using Archera.AwsSdk.JsonProtocol;
using static Archera.AwsSdk.JsonProtocol.JsonReading;

namespace Amazon.CostExplorer.Internal;

internal static class GetDimensionValues
{
    public static JsonOperation<GetDimensionValuesRequest, GetDimensionValuesResponse> Operation { get; } =
        new(CostExplorerService.Json, nameof(GetDimensionValues), Write, Read);

    private static void Write(Utf8JsonWriter writer, GetDimensionValuesRequest request)
    {
        writer.Member(nameof(request.BillingViewArn), request.BillingViewArn);
        writer.Member(nameof(request.Context), request.Context);
        writer.Member(nameof(request.Dimension), request.Dimension);
        writer.Member(nameof(request.Filter), request.Filter, RequestShapes.Expression);
        writer.Member(nameof(request.MaxResults), request.MaxResults);
        writer.Member(nameof(request.NextPageToken), request.NextPageToken);
        writer.Member(nameof(request.SearchString), request.SearchString);
        writer.Member(nameof(request.SortBy), request.SortBy, RequestShapes.SortDefinition);
        writer.Member(nameof(request.TimePeriod), request.TimePeriod, RequestShapes.DateInterval);
    }

    private static GetDimensionValuesResponse Read(ref StreamingUtf8JsonReader reader)
    {
        var response = new GetDimensionValuesResponse();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(response.DimensionValues)))
                response.DimensionValues = List(ref reader, ResponseShapes.ValueWithAttributes);
            else if (reader.ValueTextEquals(nameof(response.NextPageToken)))
                response.NextPageToken = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(response.ReturnSize)))
                response.ReturnSize = Int(ref reader);
            else if (reader.ValueTextEquals(nameof(response.TotalSize)))
                response.TotalSize = Int(ref reader);
            else
                Skip(ref reader);
        }
        return response;
    }
}
