using System.Text.Json;
using Amazon.CostExplorer.Model;
using Archera.AwsSdk.JsonProtocol;
using static Amazon.CostExplorer.Internal.SavingsPlansReaders;

namespace Amazon.CostExplorer.Internal;

internal static class GetSavingsPlansCoverage
{
    private static readonly ObjectReader<GetSavingsPlansCoverageResponse> Response =
        new ObjectReader<GetSavingsPlansCoverageResponse>()
        .Text(nameof(GetSavingsPlansCoverageResponse.NextToken), (item, value) => item.NextToken = value)
        .With(
            nameof(GetSavingsPlansCoverageResponse.SavingsPlansCoverages), SavingsPlansCoverageReader.List,
            (item, value) => item.SavingsPlansCoverages = value);

    public static JsonOperation<GetSavingsPlansCoverageRequest, GetSavingsPlansCoverageResponse> Operation { get; } =
        new(CostExplorerService.Json, nameof(GetSavingsPlansCoverage), Write, Response.Here);

    private static void Write(Utf8JsonWriter writer, GetSavingsPlansCoverageRequest request)
    {
        writer.Member(nameof(request.Filter), request.Filter, RequestShapes.Expression);
        writer.Member(nameof(request.Granularity), request.Granularity);
        writer.Member(nameof(request.GroupBy), request.GroupBy, RequestShapes.GroupDefinition);
        writer.Member(nameof(request.MaxResults), request.MaxResults);
        writer.Member(nameof(request.Metrics), request.Metrics);
        writer.Member(nameof(request.NextToken), request.NextToken);
        writer.Member(nameof(request.SortBy), request.SortBy, RequestShapes.SortDefinition);
        writer.Member(nameof(request.TimePeriod), request.TimePeriod, RequestShapes.DateInterval);
    }
}
