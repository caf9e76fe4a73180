using System.Text.Json;
using Amazon.CostExplorer.Model;
using Archera.AwsSdk.JsonProtocol;
using static Amazon.CostExplorer.Internal.SavingsPlansReaders;

namespace Amazon.CostExplorer.Internal;

internal static class GetSavingsPlansUtilization
{
    private static readonly ObjectReader<GetSavingsPlansUtilizationResponse> Response =
        new ObjectReader<GetSavingsPlansUtilizationResponse>()
        .With(
            nameof(GetSavingsPlansUtilizationResponse.SavingsPlansUtilizationsByTime),
            SavingsPlansUtilizationByTimeReader.List,
            (item, value) => item.SavingsPlansUtilizationsByTime = value)
        .With(
            nameof(GetSavingsPlansUtilizationResponse.Total), SavingsPlansUtilizationAggregatesReader.Next,
            (item, value) => item.Total = value);

    public static JsonOperation<
        GetSavingsPlansUtilizationRequest,
        GetSavingsPlansUtilizationResponse> Operation
    { get; } =
        new(CostExplorerService.Json, nameof(GetSavingsPlansUtilization), Write, Response.Here);

    private static void Write(Utf8JsonWriter writer, GetSavingsPlansUtilizationRequest request)
    {
        writer.Member(nameof(request.Filter), request.Filter, RequestShapes.Expression);
        writer.Member(nameof(request.Granularity), request.Granularity);
        writer.Member(nameof(request.SortBy), request.SortBy, RequestShapes.SortDefinition);
        writer.Member(nameof(request.TimePeriod), request.TimePeriod, RequestShapes.DateInterval);
    }
}
