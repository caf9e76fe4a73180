using Amazon.CostExplorer.Model;
using Archera.AwsSdk.JsonProtocol;
using static Archera.AwsSdk.JsonProtocol.JsonReading;

namespace Amazon.CostExplorer.Internal;

/// <summary>AWS's advice on reservations.</summary>
internal static class ReservationAdviceReaders
{
    public static ObjectReader<ReservationPurchaseRecommendationMetadata>
        ReservationPurchaseRecommendationMetadataReader
    { get; } =
        new ObjectReader<ReservationPurchaseRecommendationMetadata>()
        .Text(
            nameof(ReservationPurchaseRecommendationMetadata.AdditionalMetadata),
            (item, value) => item.AdditionalMetadata = value)
        .Text(
            nameof(ReservationPurchaseRecommendationMetadata.GenerationTimestamp),
            (item, value) => item.GenerationTimestamp = value)
        .Text(
            nameof(ReservationPurchaseRecommendationMetadata.RecommendationId),
            (item, value) => item.RecommendationId = value);

    public static ObjectReader<EC2Specification> EC2SpecificationReader { get; } =
        new ObjectReader<EC2Specification>()
        .Text(nameof(EC2Specification.OfferingClass), (item, value) => item.OfferingClass = value);

    public static ObjectReader<ServiceSpecification> ServiceSpecificationReader { get; } =
        new ObjectReader<ServiceSpecification>()
        .With(
            nameof(ServiceSpecification.EC2Specification), EC2SpecificationReader.Next,
            (item, value) => item.EC2Specification = value);

    public static ObjectReader<EC2InstanceDetails> EC2InstanceDetailsReader { get; } =
        new ObjectReader<EC2InstanceDetails>()
        .Text(nameof(EC2InstanceDetails.AvailabilityZone), (item, value) => item.AvailabilityZone = value)
        .With(nameof(EC2InstanceDetails.CurrentGeneration), Bool, (item, value) => item.CurrentGeneration = value)
        .Text(nameof(EC2InstanceDetails.Family), (item, value) => item.Family = value)
        .Text(nameof(EC2InstanceDetails.InstanceType), (item, value) => item.InstanceType = value)
        .Text(nameof(EC2InstanceDetails.Platform), (item, value) => item.Platform = value)
        .Text(nameof(EC2InstanceDetails.Region), (item, value) => item.Region = value)
        .With(nameof(EC2InstanceDetails.SizeFlexEligible), Bool, (item, value) => item.SizeFlexEligible = value)
        .Text(nameof(EC2InstanceDetails.Tenancy), (item, value) => item.Tenancy = value);

    public static ObjectReader<RDSInstanceDetails> RDSInstanceDetailsReader { get; } =
        new ObjectReader<RDSInstanceDetails>()
        .With(nameof(RDSInstanceDetails.CurrentGeneration), Bool, (item, value) => item.CurrentGeneration = value)
        .Text(nameof(RDSInstanceDetails.DatabaseEdition), (item, value) => item.DatabaseEdition = value)
        .Text(nameof(RDSInstanceDetails.DatabaseEngine), (item, value) => item.DatabaseEngine = value)
        .Text(nameof(RDSInstanceDetails.DeploymentModel), (item, value) => item.DeploymentModel = value)
        .Text(nameof(RDSInstanceDetails.DeploymentOption), (item, value) => item.DeploymentOption = value)
        .Text(nameof(RDSInstanceDetails.Family), (item, value) => item.Family = value)
        .Text(nameof(RDSInstanceDetails.InstanceType), (item, value) => item.InstanceType = value)
        .Text(nameof(RDSInstanceDetails.LicenseModel), (item, value) => item.LicenseModel = value)
        .Text(nameof(RDSInstanceDetails.Region), (item, value) => item.Region = value)
        .With(nameof(RDSInstanceDetails.SizeFlexEligible), Bool, (item, value) => item.SizeFlexEligible = value);

    public static ObjectReader<RedshiftInstanceDetails> RedshiftInstanceDetailsReader { get; } =
        new ObjectReader<RedshiftInstanceDetails>()
        .With(
            nameof(RedshiftInstanceDetails.CurrentGeneration), Bool, (item, value) => item.CurrentGeneration = value)
        .Text(nameof(RedshiftInstanceDetails.Family), (item, value) => item.Family = value)
        .Text(nameof(RedshiftInstanceDetails.NodeType), (item, value) => item.NodeType = value)
        .Text(nameof(RedshiftInstanceDetails.Region), (item, value) => item.Region = value)
        .With(nameof(RedshiftInstanceDetails.SizeFlexEligible), Bool, (item, value) => item.SizeFlexEligible = value);

    public static ObjectReader<ElastiCacheInstanceDetails> ElastiCacheInstanceDetailsReader { get; } =
        new ObjectReader<ElastiCacheInstanceDetails>()
        .With(
            nameof(ElastiCacheInstanceDetails.CurrentGeneration), Bool,
            (item, value) => item.CurrentGeneration = value)
        .Text(nameof(ElastiCacheInstanceDetails.Family), (item, value) => item.Family = value)
        .Text(nameof(ElastiCacheInstanceDetails.NodeType), (item, value) => item.NodeType = value)
        .Text(nameof(ElastiCacheInstanceDetails.ProductDescription), (item, value) => item.ProductDescription = value)
        .Text(nameof(ElastiCacheInstanceDetails.Region), (item, value) => item.Region = value)
        .With(
            nameof(ElastiCacheInstanceDetails.SizeFlexEligible), Bool, (item, value) => item.SizeFlexEligible = value);

    public static ObjectReader<ESInstanceDetails> ESInstanceDetailsReader { get; } =
        new ObjectReader<ESInstanceDetails>()
        .With(nameof(ESInstanceDetails.CurrentGeneration), Bool, (item, value) => item.CurrentGeneration = value)
        .Text(nameof(ESInstanceDetails.InstanceClass), (item, value) => item.InstanceClass = value)
        .Text(nameof(ESInstanceDetails.InstanceSize), (item, value) => item.InstanceSize = value)
        .Text(nameof(ESInstanceDetails.Region), (item, value) => item.Region = value)
        .With(nameof(ESInstanceDetails.SizeFlexEligible), Bool, (item, value) => item.SizeFlexEligible = value);

    public static ObjectReader<MemoryDBInstanceDetails> MemoryDBInstanceDetailsReader { get; } =
        new ObjectReader<MemoryDBInstanceDetails>()
        .With(
            nameof(MemoryDBInstanceDetails.CurrentGeneration), Bool, (item, value) => item.CurrentGeneration = value)
        .Text(nameof(MemoryDBInstanceDetails.Family), (item, value) => item.Family = value)
        .Text(nameof(MemoryDBInstanceDetails.NodeType), (item, value) => item.NodeType = value)
        .Text(nameof(MemoryDBInstanceDetails.Region), (item, value) => item.Region = value)
        .With(nameof(MemoryDBInstanceDetails.SizeFlexEligible), Bool, (item, value) => item.SizeFlexEligible = value);

    public static ObjectReader<InstanceDetails> InstanceDetailsReader { get; } =
        new ObjectReader<InstanceDetails>()
        .With(
            nameof(InstanceDetails.EC2InstanceDetails), EC2InstanceDetailsReader.Next,
            (item, value) => item.EC2InstanceDetails = value)
        .With(
            nameof(InstanceDetails.ElastiCacheInstanceDetails), ElastiCacheInstanceDetailsReader.Next,
            (item, value) => item.ElastiCacheInstanceDetails = value)
        .With(
            nameof(InstanceDetails.ESInstanceDetails), ESInstanceDetailsReader.Next,
            (item, value) => item.ESInstanceDetails = value)
        .With(
            nameof(InstanceDetails.MemoryDBInstanceDetails), MemoryDBInstanceDetailsReader.Next,
            (item, value) => item.MemoryDBInstanceDetails = value)
        .With(
            nameof(InstanceDetails.RDSInstanceDetails), RDSInstanceDetailsReader.Next,
            (item, value) => item.RDSInstanceDetails = value)
        .With(
            nameof(InstanceDetails.RedshiftInstanceDetails), RedshiftInstanceDetailsReader.Next,
            (item, value) => item.RedshiftInstanceDetails = value);

    public static ObjectReader<DynamoDBCapacityDetails> DynamoDBCapacityDetailsReader { get; } =
        new ObjectReader<DynamoDBCapacityDetails>()
        .Text(nameof(DynamoDBCapacityDetails.CapacityUnits), (item, value) => item.CapacityUnits = value)
        .Text(nameof(DynamoDBCapacityDetails.Region), (item, value) => item.Region = value);

    public static ObjectReader<ReservedCapacityDetails> ReservedCapacityDetailsReader { get; } =
        new ObjectReader<ReservedCapacityDetails>()
        .With(
            nameof(ReservedCapacityDetails.DynamoDBCapacityDetails), DynamoDBCapacityDetailsReader.Next,
            (item, value) => item.DynamoDBCapacityDetails = value);

    public static ObjectReader<ReservationPurchaseRecommendationDetail>
        ReservationPurchaseRecommendationDetailReader
    { get; } =
        new ObjectReader<ReservationPurchaseRecommendationDetail>()
        .Text(nameof(ReservationPurchaseRecommendationDetail.AccountId), (item, value) => item.AccountId = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.AverageNormalizedUnitsUsedPerHour),
            (item, value) => item.AverageNormalizedUnitsUsedPerHour = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.AverageNumberOfCapacityUnitsUsedPerHour),
            (item, value) => item.AverageNumberOfCapacityUnitsUsedPerHour = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.AverageNumberOfInstancesUsedPerHour),
            (item, value) => item.AverageNumberOfInstancesUsedPerHour = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.AverageUtilization),
            (item, value) => item.AverageUtilization = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.CurrencyCode), (item, value) => item.CurrencyCode = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.EstimatedBreakEvenInMonths),
            (item, value) => item.EstimatedBreakEvenInMonths = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.EstimatedMonthlyOnDemandCost),
            (item, value) => item.EstimatedMonthlyOnDemandCost = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.EstimatedMonthlySavingsAmount),
            (item, value) => item.EstimatedMonthlySavingsAmount = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.EstimatedMonthlySavingsPercentage),
            (item, value) => item.EstimatedMonthlySavingsPercentage = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.EstimatedReservationCostForLookbackPeriod),
            (item, value) => item.EstimatedReservationCostForLookbackPeriod = value)
        .With(
            nameof(ReservationPurchaseRecommendationDetail.InstanceDetails), InstanceDetailsReader.Next,
            (item, value) => item.InstanceDetails = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.MaximumNormalizedUnitsUsedPerHour),
            (item, value) => item.MaximumNormalizedUnitsUsedPerHour = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.MaximumNumberOfCapacityUnitsUsedPerHour),
            (item, value) => item.MaximumNumberOfCapacityUnitsUsedPerHour = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.MaximumNumberOfInstancesUsedPerHour),
            (item, value) => item.MaximumNumberOfInstancesUsedPerHour = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.MinimumNormalizedUnitsUsedPerHour),
            (item, value) => item.MinimumNormalizedUnitsUsedPerHour = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.MinimumNumberOfCapacityUnitsUsedPerHour),
            (item, value) => item.MinimumNumberOfCapacityUnitsUsedPerHour = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.MinimumNumberOfInstancesUsedPerHour),
            (item, value) => item.MinimumNumberOfInstancesUsedPerHour = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.RecommendedNormalizedUnitsToPurchase),
            (item, value) => item.RecommendedNormalizedUnitsToPurchase = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.RecommendedNumberOfCapacityUnitsToPurchase),
            (item, value) => item.RecommendedNumberOfCapacityUnitsToPurchase = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.RecommendedNumberOfInstancesToPurchase),
            (item, value) => item.RecommendedNumberOfInstancesToPurchase = value)
        .Text(
            nameof(ReservationPurchaseRecommendationDetail.RecurringStandardMonthlyCost),
            (item, value) => item.RecurringStandardMonthlyCost = value)
        .With(
            nameof(ReservationPurchaseRecommendationDetail.ReservedCapacityDetails),
            ReservedCapacityDetailsReader.Next,
            (item, value) => item.ReservedCapacityDetails = value)
        .Text(nameof(ReservationPurchaseRecommendationDetail.UpfrontCost), (item, value) => item.UpfrontCost = value);

    public static ObjectReader<ReservationPurchaseRecommendationSummary>
        ReservationPurchaseRecommendationSummaryReader
    { get; } =
        new ObjectReader<ReservationPurchaseRecommendationSummary>()
        .Text(
            nameof(ReservationPurchaseRecommendationSummary.CurrencyCode), (item, value) => item.CurrencyCode = value)
        .Text(
            nameof(ReservationPurchaseRecommendationSummary.TotalEstimatedMonthlySavingsAmount),
            (item, value) => item.TotalEstimatedMonthlySavingsAmount = value)
        .Text(
            nameof(ReservationPurchaseRecommendationSummary.TotalEstimatedMonthlySavingsPercentage),
            (item, value) => item.TotalEstimatedMonthlySavingsPercentage = value);

    public static ObjectReader<ReservationPurchaseRecommendation> ReservationPurchaseRecommendationReader { get; } =
        new ObjectReader<ReservationPurchaseRecommendation>()
        .Text(nameof(ReservationPurchaseRecommendation.AccountScope), (item, value) => item.AccountScope = value)
        .Text(
            nameof(ReservationPurchaseRecommendation.LookbackPeriodInDays),
            (item, value) => item.LookbackPeriodInDays = value)
        .Text(nameof(ReservationPurchaseRecommendation.PaymentOption), (item, value) => item.PaymentOption = value)
        .With(
            nameof(ReservationPurchaseRecommendation.RecommendationDetails),
            ReservationPurchaseRecommendationDetailReader.List,
            (item, value) => item.RecommendationDetails = value)
        .With(
            nameof(ReservationPurchaseRecommendation.RecommendationSummary),
            ReservationPurchaseRecommendationSummaryReader.Next,
            (item, value) => item.RecommendationSummary = value)
        .With(
            nameof(ReservationPurchaseRecommendation.ServiceSpecification), ServiceSpecificationReader.Next,
            (item, value) => item.ServiceSpecification = value)
        .Text(nameof(ReservationPurchaseRecommendation.TermInYears), (item, value) => item.TermInYears = value);
}
