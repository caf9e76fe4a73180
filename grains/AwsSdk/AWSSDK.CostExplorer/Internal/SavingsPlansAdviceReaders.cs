using Amazon.CostExplorer.Model;
using Archera.AwsSdk.JsonProtocol;

namespace Amazon.CostExplorer.Internal;

/// <summary>AWS's advice on Savings Plans.</summary>
internal static class SavingsPlansAdviceReaders
{
    public static ObjectReader<SavingsPlansPurchaseRecommendationMetadata>
        SavingsPlansPurchaseRecommendationMetadataReader
    { get; } =
        new ObjectReader<SavingsPlansPurchaseRecommendationMetadata>()
        .Text(
            nameof(SavingsPlansPurchaseRecommendationMetadata.AdditionalMetadata),
            (item, value) => item.AdditionalMetadata = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationMetadata.GenerationTimestamp),
            (item, value) => item.GenerationTimestamp = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationMetadata.RecommendationId),
            (item, value) => item.RecommendationId = value);

    public static ObjectReader<SavingsPlansDetails> SavingsPlansDetailsReader { get; } =
        new ObjectReader<SavingsPlansDetails>()
        .Text(nameof(SavingsPlansDetails.InstanceFamily), (item, value) => item.InstanceFamily = value)
        .Text(nameof(SavingsPlansDetails.OfferingId), (item, value) => item.OfferingId = value)
        .Text(nameof(SavingsPlansDetails.Region), (item, value) => item.Region = value);

    public static ObjectReader<SavingsPlansPurchaseRecommendationDetail>
        SavingsPlansPurchaseRecommendationDetailReader
    { get; } =
        new ObjectReader<SavingsPlansPurchaseRecommendationDetail>()
        .Text(nameof(SavingsPlansPurchaseRecommendationDetail.AccountId), (item, value) => item.AccountId = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationDetail.CurrencyCode), (item, value) => item.CurrencyCode = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationDetail.CurrentAverageHourlyOnDemandSpend),
            (item, value) => item.CurrentAverageHourlyOnDemandSpend = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationDetail.CurrentMaximumHourlyOnDemandSpend),
            (item, value) => item.CurrentMaximumHourlyOnDemandSpend = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationDetail.CurrentMinimumHourlyOnDemandSpend),
            (item, value) => item.CurrentMinimumHourlyOnDemandSpend = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationDetail.EstimatedAverageUtilization),
            (item, value) => item.EstimatedAverageUtilization = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationDetail.EstimatedMonthlySavingsAmount),
            (item, value) => item.EstimatedMonthlySavingsAmount = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationDetail.EstimatedOnDemandCost),
            (item, value) => item.EstimatedOnDemandCost = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationDetail.EstimatedOnDemandCostWithCurrentCommitment),
            (item, value) => item.EstimatedOnDemandCostWithCurrentCommitment = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationDetail.EstimatedROI), (item, value) => item.EstimatedROI = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationDetail.EstimatedSavingsAmount),
            (item, value) => item.EstimatedSavingsAmount = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationDetail.EstimatedSavingsPercentage),
            (item, value) => item.EstimatedSavingsPercentage = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationDetail.EstimatedSPCost),
            (item, value) => item.EstimatedSPCost = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationDetail.HourlyCommitmentToPurchase),
            (item, value) => item.HourlyCommitmentToPurchase = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationDetail.RecommendationDetailId),
            (item, value) => item.RecommendationDetailId = value)
        .With(
            nameof(SavingsPlansPurchaseRecommendationDetail.SavingsPlansDetails), SavingsPlansDetailsReader.Next,
            (item, value) => item.SavingsPlansDetails = value)
        .Text(nameof(SavingsPlansPurchaseRecommendationDetail.UpfrontCost), (item, value) => item.UpfrontCost = value);

    public static ObjectReader<SavingsPlansPurchaseRecommendationSummary>
        SavingsPlansPurchaseRecommendationSummaryReader
    { get; } =
        new ObjectReader<SavingsPlansPurchaseRecommendationSummary>()
        .Text(
            nameof(SavingsPlansPurchaseRecommendationSummary.CurrencyCode),
            (item, value) => item.CurrencyCode = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationSummary.CurrentOnDemandSpend),
            (item, value) => item.CurrentOnDemandSpend = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationSummary.DailyCommitmentToPurchase),
            (item, value) => item.DailyCommitmentToPurchase = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationSummary.EstimatedMonthlySavingsAmount),
            (item, value) => item.EstimatedMonthlySavingsAmount = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationSummary.EstimatedOnDemandCostWithCurrentCommitment),
            (item, value) => item.EstimatedOnDemandCostWithCurrentCommitment = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationSummary.EstimatedROI),
            (item, value) => item.EstimatedROI = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationSummary.EstimatedSavingsAmount),
            (item, value) => item.EstimatedSavingsAmount = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationSummary.EstimatedSavingsPercentage),
            (item, value) => item.EstimatedSavingsPercentage = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationSummary.EstimatedTotalCost),
            (item, value) => item.EstimatedTotalCost = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationSummary.HourlyCommitmentToPurchase),
            (item, value) => item.HourlyCommitmentToPurchase = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendationSummary.TotalRecommendationCount),
            (item, value) => item.TotalRecommendationCount = value);

    public static ObjectReader<SavingsPlansPurchaseRecommendation>
        SavingsPlansPurchaseRecommendationReader
    { get; } =
        new ObjectReader<SavingsPlansPurchaseRecommendation>()
        .Text(nameof(SavingsPlansPurchaseRecommendation.AccountScope), (item, value) => item.AccountScope = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendation.LookbackPeriodInDays),
            (item, value) => item.LookbackPeriodInDays = value)
        .Text(nameof(SavingsPlansPurchaseRecommendation.PaymentOption), (item, value) => item.PaymentOption = value)
        .With(
            nameof(SavingsPlansPurchaseRecommendation.SavingsPlansPurchaseRecommendationDetails),
            SavingsPlansPurchaseRecommendationDetailReader.List,
            (item, value) => item.SavingsPlansPurchaseRecommendationDetails = value)
        .With(
            nameof(SavingsPlansPurchaseRecommendation.SavingsPlansPurchaseRecommendationSummary),
            SavingsPlansPurchaseRecommendationSummaryReader.Next,
            (item, value) => item.SavingsPlansPurchaseRecommendationSummary = value)
        .Text(
            nameof(SavingsPlansPurchaseRecommendation.SavingsPlansType),
            (item, value) => item.SavingsPlansType = value)
        .Text(nameof(SavingsPlansPurchaseRecommendation.TermInYears), (item, value) => item.TermInYears = value);
}
