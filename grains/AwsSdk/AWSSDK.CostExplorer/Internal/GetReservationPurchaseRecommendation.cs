using System.Text.Json;
using Amazon.CostExplorer.Model;
using Archera.AwsSdk.JsonProtocol;
using static Amazon.CostExplorer.Internal.ReservationAdviceReaders;

namespace Amazon.CostExplorer.Internal;

internal static class GetReservationPurchaseRecommendation
{
    private static readonly ObjectReader<GetReservationPurchaseRecommendationResponse> Response =
        new ObjectReader<GetReservationPurchaseRecommendationResponse>()
        .With(
            nameof(GetReservationPurchaseRecommendationResponse.Metadata),
            ReservationPurchaseRecommendationMetadataReader.Next,
            (item, value) => item.Metadata = value)
        .Text(
            nameof(GetReservationPurchaseRecommendationResponse.NextPageToken),
            (item, value) => item.NextPageToken = value)
        .With(
            nameof(GetReservationPurchaseRecommendationResponse.Recommendations),
            ReservationPurchaseRecommendationReader.List,
            (item, value) => item.Recommendations = value);

    public static JsonOperation<
        GetReservationPurchaseRecommendationRequest,
        GetReservationPurchaseRecommendationResponse> Operation
    { get; } =
        new(CostExplorerService.Json, nameof(GetReservationPurchaseRecommendation), Write, Response.Here);

    private static void Write(Utf8JsonWriter writer, GetReservationPurchaseRecommendationRequest request)
    {
        writer.Member(nameof(request.AccountId), request.AccountId);
        writer.Member(nameof(request.AccountScope), request.AccountScope);
        writer.Member(nameof(request.Filter), request.Filter, RequestShapes.Expression);
        writer.Member(nameof(request.LookbackPeriodInDays), request.LookbackPeriodInDays);
        writer.Member(nameof(request.NextPageToken), request.NextPageToken);
        writer.Member(nameof(request.PageSize), request.PageSize);
        writer.Member(nameof(request.PaymentOption), request.PaymentOption);
        writer.Member(nameof(request.Service), request.Service);
        writer.Member(
            nameof(request.ServiceSpecification), request.ServiceSpecification, RequestShapes.ServiceSpecification);
        writer.Member(nameof(request.TermInYears), request.TermInYears);
    }
}
