using System.Text.Json;
using Amazon.CostExplorer.Model;
using Archera.AwsSdk.JsonProtocol;
using static Amazon.CostExplorer.Internal.ReservationReaders;

namespace Amazon.CostExplorer.Internal;

internal static class GetReservationCoverage
{
    private static readonly ObjectReader<GetReservationCoverageResponse> Response =
        new ObjectReader<GetReservationCoverageResponse>()
        .With(
            nameof(GetReservationCoverageResponse.CoveragesByTime), CoverageByTimeReader.List,
            (item, value) => item.CoveragesByTime = value)
        .Text(nameof(GetReservationCoverageResponse.NextPageToken), (item, value) => item.NextPageToken = value)
        .With(nameof(GetReservationCoverageResponse.Total), CoverageReader.Next, (item, value) => item.Total = value);

    public static JsonOperation<GetReservationCoverageRequest, GetReservationCoverageResponse> Operation { get; } =
        new(CostExplorerService.Json, nameof(GetReservationCoverage), Write, Response.Here);

    private static void Write(Utf8JsonWriter writer, GetReservationCoverageRequest request)
    {
        writer.Member(nameof(request.Filter), request.Filter, RequestShapes.Expression);
        writer.Member(nameof(request.Granularity), request.Granularity);
        writer.Member(nameof(request.GroupBy), request.GroupBy, RequestShapes.GroupDefinition);
        writer.Member(nameof(request.MaxResults), request.MaxResults);
        writer.Member(nameof(request.Metrics), request.Metrics);
        writer.Member(nameof(request.NextPageToken), request.NextPageToken);
        writer.Member(nameof(request.SortBy), request.SortBy, RequestShapes.SortDefinition);
        writer.Member(nameof(request.TimePeriod), request.TimePeriod, RequestShapes.DateInterval);
    }
}
