using System.Text.Json;
using Amazon.CostExplorer.Model;
using Archera.AwsSdk.JsonProtocol;
using static Amazon.CostExplorer.Internal.SavingsPlansReaders;

namespace Amazon.CostExplorer.Internal;

internal static class GetSavingsPlansUtilizationDetails
{
    private static readonly ObjectReader<GetSavingsPlansUtilizationDetailsResponse> Response =
        new ObjectReader<GetSavingsPlansUtilizationDetailsResponse>()
        .Text(nameof(GetSavingsPlansUtilizationDetailsResponse.NextToken), (item, value) => item.NextToken = value)
        .With(
            nameof(GetSavingsPlansUtilizationDetailsResponse.SavingsPlansUtilizationDetails),
            SavingsPlansUtilizationDetailReader.List,
            (item, value) => item.SavingsPlansUtilizationDetails = value)
        .With(
            nameof(GetSavingsPlansUtilizationDetailsResponse.TimePeriod), ResponseShapes.DateInterval,
            (item, value) => item.TimePeriod = value)
        .With(
            nameof(GetSavingsPlansUtilizationDetailsResponse.Total), SavingsPlansUtilizationAggregatesReader.Next,
            (item, value) => item.Total = value);

    public static JsonOperation<
        GetSavingsPlansUtilizationDetailsRequest,
        GetSavingsPlansUtilizationDetailsResponse> Operation
    { get; } =
        new(CostExplorerService.Json, nameof(GetSavingsPlansUtilizationDetails), Write, Response.Here);

    private static void Write(Utf8JsonWriter writer, GetSavingsPlansUtilizationDetailsRequest request)
    {
        writer.Member(nameof(request.DataType), request.DataType);
        writer.Member(nameof(request.Filter), request.Filter, RequestShapes.Expression);
        writer.Member(nameof(request.MaxResults), request.MaxResults);
        writer.Member(nameof(request.NextToken), request.NextToken);
        writer.Member(nameof(request.SortBy), request.SortBy, RequestShapes.SortDefinition);
        writer.Member(nameof(request.TimePeriod), request.TimePeriod, RequestShapes.DateInterval);
    }
}
