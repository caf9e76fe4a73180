using Amazon.CostExplorer.Model;
using Archera.AwsSdk.JsonProtocol;
using static Archera.AwsSdk.JsonProtocol.JsonReading;

namespace Amazon.CostExplorer.Internal;

/// <summary>The answers about Savings Plans.</summary>
internal static class SavingsPlansReaders
{
    public static ObjectReader<SavingsPlansCoverageData> SavingsPlansCoverageDataReader { get; } =
        new ObjectReader<SavingsPlansCoverageData>()
        .Text(nameof(SavingsPlansCoverageData.CoveragePercentage), (item, value) => item.CoveragePercentage = value)
        .Text(nameof(SavingsPlansCoverageData.OnDemandCost), (item, value) => item.OnDemandCost = value)
        .Text(
            nameof(SavingsPlansCoverageData.SpendCoveredBySavingsPlans),
            (item, value) => item.SpendCoveredBySavingsPlans = value)
        .Text(nameof(SavingsPlansCoverageData.TotalCost), (item, value) => item.TotalCost = value);

    public static ObjectReader<SavingsPlansCoverage> SavingsPlansCoverageReader { get; } =
        new ObjectReader<SavingsPlansCoverage>()
        .With(nameof(SavingsPlansCoverage.Attributes), StringMap, (item, value) => item.Attributes = value)
        .With(
            nameof(SavingsPlansCoverage.Coverage), SavingsPlansCoverageDataReader.Next,
            (item, value) => item.Coverage = value)
        .With(
            nameof(SavingsPlansCoverage.TimePeriod), ResponseShapes.DateInterval,
            (item, value) => item.TimePeriod = value);

    public static ObjectReader<SavingsPlansUtilization> SavingsPlansUtilizationReader { get; } =
        new ObjectReader<SavingsPlansUtilization>()
        .Text(nameof(SavingsPlansUtilization.TotalCommitment), (item, value) => item.TotalCommitment = value)
        .Text(nameof(SavingsPlansUtilization.UnusedCommitment), (item, value) => item.UnusedCommitment = value)
        .Text(nameof(SavingsPlansUtilization.UsedCommitment), (item, value) => item.UsedCommitment = value)
        .Text(
            nameof(SavingsPlansUtilization.UtilizationPercentage),
            (item, value) => item.UtilizationPercentage = value);

    public static ObjectReader<SavingsPlansSavings> SavingsPlansSavingsReader { get; } =
        new ObjectReader<SavingsPlansSavings>()
        .Text(nameof(SavingsPlansSavings.NetSavings), (item, value) => item.NetSavings = value)
        .Text(
            nameof(SavingsPlansSavings.OnDemandCostEquivalent), (item, value) => item.OnDemandCostEquivalent = value);

    public static ObjectReader<SavingsPlansAmortizedCommitment> SavingsPlansAmortizedCommitmentReader { get; } =
        new ObjectReader<SavingsPlansAmortizedCommitment>()
        .Text(
            nameof(SavingsPlansAmortizedCommitment.AmortizedRecurringCommitment),
            (item, value) => item.AmortizedRecurringCommitment = value)
        .Text(
            nameof(SavingsPlansAmortizedCommitment.AmortizedUpfrontCommitment),
            (item, value) => item.AmortizedUpfrontCommitment = value)
        .Text(
            nameof(SavingsPlansAmortizedCommitment.TotalAmortizedCommitment),
            (item, value) => item.TotalAmortizedCommitment = value);

    public static ObjectReader<SavingsPlansUtilizationByTime> SavingsPlansUtilizationByTimeReader { get; } =
        new ObjectReader<SavingsPlansUtilizationByTime>()
        .With(
            nameof(SavingsPlansUtilizationByTime.AmortizedCommitment), SavingsPlansAmortizedCommitmentReader.Next,
            (item, value) => item.AmortizedCommitment = value)
        .With(
            nameof(SavingsPlansUtilizationByTime.Savings), SavingsPlansSavingsReader.Next,
            (item, value) => item.Savings = value)
        .With(
            nameof(SavingsPlansUtilizationByTime.TimePeriod), ResponseShapes.DateInterval,
            (item, value) => item.TimePeriod = value)
        .With(
            nameof(SavingsPlansUtilizationByTime.Utilization), SavingsPlansUtilizationReader.Next,
            (item, value) => item.Utilization = value);

    public static ObjectReader<SavingsPlansUtilizationAggregates> SavingsPlansUtilizationAggregatesReader { get; } =
        new ObjectReader<SavingsPlansUtilizationAggregates>()
        .With(
            nameof(SavingsPlansUtilizationAggregates.AmortizedCommitment), SavingsPlansAmortizedCommitmentReader.Next,
            (item, value) => item.AmortizedCommitment = value)
        .With(
            nameof(SavingsPlansUtilizationAggregates.Savings), SavingsPlansSavingsReader.Next,
            (item, value) => item.Savings = value)
        .With(
            nameof(SavingsPlansUtilizationAggregates.Utilization), SavingsPlansUtilizationReader.Next,
            (item, value) => item.Utilization = value);

    public static ObjectReader<SavingsPlansUtilizationDetail> SavingsPlansUtilizationDetailReader { get; } =
        new ObjectReader<SavingsPlansUtilizationDetail>()
        .With(
            nameof(SavingsPlansUtilizationDetail.AmortizedCommitment), SavingsPlansAmortizedCommitmentReader.Next,
            (item, value) => item.AmortizedCommitment = value)
        .With(nameof(SavingsPlansUtilizationDetail.Attributes), StringMap, (item, value) => item.Attributes = value)
        .With(
            nameof(SavingsPlansUtilizationDetail.Savings), SavingsPlansSavingsReader.Next,
            (item, value) => item.Savings = value)
        .Text(nameof(SavingsPlansUtilizationDetail.SavingsPlanArn), (item, value) => item.SavingsPlanArn = value)
        .With(
            nameof(SavingsPlansUtilizationDetail.Utilization), SavingsPlansUtilizationReader.Next,
            (item, value) => item.Utilization = value);
}
