using System.Text.Json;
using Amazon.CostExplorer.Model;
using Archera.AwsSdk.JsonProtocol;
using static Amazon.CostExplorer.Internal.SavingsPlansAdviceReaders;

namespace Amazon.CostExplorer.Internal;

internal static class GetSavingsPlansPurchaseRecommendation
{
    private static readonly ObjectReader<GetSavingsPlansPurchaseRecommendationResponse> Response =
        new ObjectReader<GetSavingsPlansPurchaseRecommendationResponse>()
        .With(
            nameof(GetSavingsPlansPurchaseRecommendationResponse.Metadata),
            SavingsPlansPurchaseRecommendationMetadataReader.Next,
            (item, value) => item.Metadata = value)
        .Text(
            nameof(GetSavingsPlansPurchaseRecommendationResponse.NextPageToken),
            (item, value) => item.NextPageToken = value)
        .With(
            nameof(GetSavingsPlansPurchaseRecommendationResponse.SavingsPlansPurchaseRecommendation),
            SavingsPlansPurchaseRecommendationReader.Next,
            (item, value) => item.SavingsPlansPurchaseRecommendation = value);

    public static JsonOperation<
        GetSavingsPlansPurchaseRecommendationRequest,
        GetSavingsPlansPurchaseRecommendationResponse> Operation
    { get; } =
        new(CostExplorerService.Json, nameof(GetSavingsPlansPurchaseRecommendation), Write, Response.Here);

    private static void Write(Utf8JsonWriter writer, GetSavingsPlansPurchaseRecommendationRequest request)
    {
        writer.Member(nameof(request.AccountScope), request.AccountScope);
        writer.Member(nameof(request.Filter), request.Filter, RequestShapes.Expression);
        writer.Member(nameof(request.LookbackPeriodInDays), request.LookbackPeriodInDays);
        writer.Member(nameof(request.NextPageToken), request.NextPageToken);
        writer.Member(nameof(request.PageSize), request.PageSize);
        writer.Member(nameof(request.PaymentOption), request.PaymentOption);
        writer.Member(nameof(request.SavingsPlansType), request.SavingsPlansType);
        writer.Member(nameof(request.TermInYears), request.TermInYears);
    }
}
