using Amazon.CostExplorer.Model;
using Archera.AwsSdk.JsonProtocol;
using static Archera.AwsSdk.JsonProtocol.JsonReading;

namespace Amazon.CostExplorer.Internal;

/// <summary>The answers about reservations.</summary>
internal static class ReservationReaders
{
    public static ObjectReader<CoverageHours> CoverageHoursReader { get; } = new ObjectReader<CoverageHours>()
        .Text(nameof(CoverageHours.CoverageHoursPercentage), (item, value) => item.CoverageHoursPercentage = value)
        .Text(nameof(CoverageHours.OnDemandHours), (item, value) => item.OnDemandHours = value)
        .Text(nameof(CoverageHours.ReservedHours), (item, value) => item.ReservedHours = value)
        .Text(nameof(CoverageHours.TotalRunningHours), (item, value) => item.TotalRunningHours = value);

    public static ObjectReader<CoverageNormalizedUnits> CoverageNormalizedUnitsReader { get; } =
        new ObjectReader<CoverageNormalizedUnits>()
        .Text(
            nameof(CoverageNormalizedUnits.CoverageNormalizedUnitsPercentage),
            (item, value) => item.CoverageNormalizedUnitsPercentage = value)
        .Text(
            nameof(CoverageNormalizedUnits.OnDemandNormalizedUnits),
            (item, value) => item.OnDemandNormalizedUnits = value)
        .Text(
            nameof(CoverageNormalizedUnits.ReservedNormalizedUnits),
            (item, value) => item.ReservedNormalizedUnits = value)
        .Text(
            nameof(CoverageNormalizedUnits.TotalRunningNormalizedUnits),
            (item, value) => item.TotalRunningNormalizedUnits = value);

    public static ObjectReader<CoverageCost> CoverageCostReader { get; } = new ObjectReader<CoverageCost>()
        .Text(nameof(CoverageCost.OnDemandCost), (item, value) => item.OnDemandCost = value);

    public static ObjectReader<Coverage> CoverageReader { get; } = new ObjectReader<Coverage>()
        .With(nameof(Coverage.CoverageCost), CoverageCostReader.Next, (item, value) => item.CoverageCost = value)
        .With(nameof(Coverage.CoverageHours), CoverageHoursReader.Next, (item, value) => item.CoverageHours = value)
        .With(
            nameof(Coverage.CoverageNormalizedUnits), CoverageNormalizedUnitsReader.Next,
            (item, value) => item.CoverageNormalizedUnits = value);

    public static ObjectReader<ReservationCoverageGroup> ReservationCoverageGroupReader { get; } =
        new ObjectReader<ReservationCoverageGroup>()
        .With(nameof(ReservationCoverageGroup.Attributes), StringMap, (item, value) => item.Attributes = value)
        .With(nameof(ReservationCoverageGroup.Coverage), CoverageReader.Next, (item, value) => item.Coverage = value);

    public static ObjectReader<CoverageByTime> CoverageByTimeReader { get; } = new ObjectReader<CoverageByTime>()
        .With(
            nameof(CoverageByTime.Groups), ReservationCoverageGroupReader.List, (item, value) => item.Groups = value)
        .With(
            nameof(CoverageByTime.TimePeriod), ResponseShapes.DateInterval, (item, value) => item.TimePeriod = value)
        .With(nameof(CoverageByTime.Total), CoverageReader.Next, (item, value) => item.Total = value);

    public static ObjectReader<ReservationAggregates> ReservationAggregatesReader { get; } =
        new ObjectReader<ReservationAggregates>()
        .Text(
            nameof(ReservationAggregates.AmortizedRecurringFee), (item, value) => item.AmortizedRecurringFee = value)
        .Text(nameof(ReservationAggregates.AmortizedUpfrontFee), (item, value) => item.AmortizedUpfrontFee = value)
        .Text(nameof(ReservationAggregates.NetRISavings), (item, value) => item.NetRISavings = value)
        .Text(
            nameof(ReservationAggregates.OnDemandCostOfRIHoursUsed),
            (item, value) => item.OnDemandCostOfRIHoursUsed = value)
        .Text(nameof(ReservationAggregates.PurchasedHours), (item, value) => item.PurchasedHours = value)
        .Text(nameof(ReservationAggregates.PurchasedUnits), (item, value) => item.PurchasedUnits = value)
        .Text(nameof(ReservationAggregates.RealizedSavings), (item, value) => item.RealizedSavings = value)
        .Text(nameof(ReservationAggregates.RICostForUnusedHours), (item, value) => item.RICostForUnusedHours = value)
        .Text(nameof(ReservationAggregates.TotalActualHours), (item, value) => item.TotalActualHours = value)
        .Text(nameof(ReservationAggregates.TotalActualUnits), (item, value) => item.TotalActualUnits = value)
        .Text(nameof(ReservationAggregates.TotalAmortizedFee), (item, value) => item.TotalAmortizedFee = value)
        .Text(
            nameof(ReservationAggregates.TotalPotentialRISavings),
            (item, value) => item.TotalPotentialRISavings = value)
        .Text(nameof(ReservationAggregates.UnrealizedSavings), (item, value) => item.UnrealizedSavings = value)
        .Text(nameof(ReservationAggregates.UnusedHours), (item, value) => item.UnusedHours = value)
        .Text(nameof(ReservationAggregates.UnusedUnits), (item, value) => item.UnusedUnits = value)
        .Text(
            nameof(ReservationAggregates.UtilizationPercentage), (item, value) => item.UtilizationPercentage = value)
        .Text(
            nameof(ReservationAggregates.UtilizationPercentageInUnits),
            (item, value) => item.UtilizationPercentageInUnits = value);

    public static ObjectReader<ReservationUtilizationGroup> ReservationUtilizationGroupReader { get; } =
        new ObjectReader<ReservationUtilizationGroup>()
        .With(nameof(ReservationUtilizationGroup.Attributes), StringMap, (item, value) => item.Attributes = value)
        .Text(nameof(ReservationUtilizationGroup.Key), (item, value) => item.Key = value)
        .With(
            nameof(ReservationUtilizationGroup.Utilization), ReservationAggregatesReader.Next,
            (item, value) => item.Utilization = value)
        .Text(nameof(ReservationUtilizationGroup.Value), (item, value) => item.Value = value);

    public static ObjectReader<UtilizationByTime> UtilizationByTimeReader { get; } =
        new ObjectReader<UtilizationByTime>()
        .With(
            nameof(UtilizationByTime.Groups), ReservationUtilizationGroupReader.List,
            (item, value) => item.Groups = value)
        .With(
            nameof(UtilizationByTime.TimePeriod), ResponseShapes.DateInterval,
            (item, value) => item.TimePeriod = value)
        .With(nameof(UtilizationByTime.Total), ReservationAggregatesReader.Next, (item, value) => item.Total = value);
}
