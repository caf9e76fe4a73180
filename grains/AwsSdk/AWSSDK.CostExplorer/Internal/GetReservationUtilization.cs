using System.Text.Json;
using Amazon.CostExplorer.Model;
using Archera.AwsSdk.JsonProtocol;
using static Amazon.CostExplorer.Internal.ReservationReaders;

namespace Amazon.CostExplorer.Internal;

internal static class GetReservationUtilization
{
    private static readonly ObjectReader<GetReservationUtilizationResponse> Response =
        new ObjectReader<GetReservationUtilizationResponse>()
        .Text(nameof(GetReservationUtilizationResponse.NextPageToken), (item, value) => item.NextPageToken = value)
        .With(
            nameof(GetReservationUtilizationResponse.Total), ReservationAggregatesReader.Next,
            (item, value) => item.Total = value)
        .With(
            nameof(GetReservationUtilizationResponse.UtilizationsByTime), UtilizationByTimeReader.List,
            (item, value) => item.UtilizationsByTime = value);

    public static JsonOperation<
        GetReservationUtilizationRequest,
        GetReservationUtilizationResponse> Operation
    { get; } =
        new(CostExplorerService.Json, nameof(GetReservationUtilization), Write, Response.Here);

    private static void Write(Utf8JsonWriter writer, GetReservationUtilizationRequest request)
    {
        writer.Member(nameof(request.Filter), request.Filter, RequestShapes.Expression);
        writer.Member(nameof(request.Granularity), request.Granularity);
        writer.Member(nameof(request.GroupBy), request.GroupBy, RequestShapes.GroupDefinition);
        writer.Member(nameof(request.MaxResults), request.MaxResults);
        writer.Member(nameof(request.NextPageToken), request.NextPageToken);
        writer.Member(nameof(request.SortBy), request.SortBy, RequestShapes.SortDefinition);
        writer.Member(nameof(request.TimePeriod), request.TimePeriod, RequestShapes.DateInterval);
    }
}
