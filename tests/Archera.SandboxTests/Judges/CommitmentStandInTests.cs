using System.Globalization;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using Amazon.SavingsPlans;
using Amazon.SavingsPlans.Model;
using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Truth;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.SandboxTests.Judges;

/// <summary>The stand-ins read what the simulator tells, every member that a commitment is judged by.</summary>
public sealed class CommitmentStandInTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly AwsWorld World = AwsWorld.Generate(
        new GeneratedWorldOptions { Payers = 1, LinkedPerPayer = 6, Seed = 4, FirstDay = new(2024, 1, 1) });

    private static readonly Organization Holder = World.Organizations[0];

    private Sandbox _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox =
        await Sandbox.StartAsync(options => options with { World = World, Today = Today, EnforceQuotas = false });

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Read_the_truth_of_plans_and_reservations()
    {
        using var client = CostExplorer();
        var days = new DateInterval { Start = "2026-11-01", End = "2026-11-20" };
        var cancelled = TestContext.Current.CancellationToken;

        var plans = await client.GetSavingsPlansUtilizationAsync(
            new() { TimePeriod = days, Granularity = Granularity.DAILY }, cancelled);
        var details = await client.GetSavingsPlansUtilizationDetailsAsync(new() { TimePeriod = days }, cancelled);
        var covered = await client.GetSavingsPlansCoverageAsync(
            new() { TimePeriod = days, Granularity = Granularity.DAILY }, cancelled);
        var reserved = await client.GetReservationUtilizationAsync(new() { TimePeriod = days }, cancelled);
        var hours = await client.GetReservationCoverageAsync(
            new() { TimePeriod = days, Granularity = Granularity.DAILY, Metrics = ["Hour", "Cost"] }, cancelled);

        var truth = CommitmentTruth.Rows(World, Holder.PayerAccountId, new(2026, 11, 1), Today).ToList();
        var planDays = truth.Where(row => row.Kind == CommitmentTruth.SavingsPlans).ToList();
        plans.SavingsPlansUtilizationsByTime.Select(row => Number(row.Utilization.UsedCommitment))
            .ShouldBe(planDays.Select(row => row.Figures["usedCommitment"]));
        Number(plans.Total.AmortizedCommitment.TotalAmortizedCommitment)
            .ShouldBe(planDays.Sum(row => row.Figures["commitment"]));
        details.SavingsPlansUtilizationDetails.ShouldAllBe(plan => plan.Attributes["Status"] == "Active");
        covered.SavingsPlansCoverages.Select(row => Number(row.Coverage.OnDemandCost))
            .ShouldBe(planDays.Select(row => row.Figures["onDemandCost"]));
        covered.NextToken.ShouldBeNull();
        var compute = truth.Where(row => row.Service == "Amazon Elastic Compute Cloud - Compute").ToList();
        reserved.UtilizationsByTime.Select(row => Number(row.Total.TotalActualHours))
            .ShouldBe(compute.Select(row => row.Figures["usedHours"]));
        hours.CoveragesByTime.Select(row => Number(row.Total.CoverageHours.OnDemandHours))
            .ShouldBe(compute.Select(row => row.Figures["onDemandHours"]));
    }

    [Fact]
    public async Task Read_what_AWS_recommends()
    {
        using var client = CostExplorer();

        var plans = await client.GetSavingsPlansPurchaseRecommendationAsync(
            new()
            {
                SavingsPlansType = SupportedSavingsPlansType.COMPUTE_SP,
                TermInYears = TermInYears.ONE_YEAR,
                PaymentOption = PaymentOption.NO_UPFRONT,
                LookbackPeriodInDays = LookbackPeriodInDays.THIRTY_DAYS,
            },
            TestContext.Current.CancellationToken);
        var reservations = await client.GetReservationPurchaseRecommendationAsync(
            new()
            {
                Service = "Amazon Elastic Compute Cloud - Compute",
                ServiceSpecification = new() { EC2Specification = new() { OfferingClass = OfferingClass.STANDARD } },
            },
            TestContext.Current.CancellationToken);

        var recommended = plans.SavingsPlansPurchaseRecommendation;
        recommended.TermInYears.ShouldBe(TermInYears.ONE_YEAR);
        recommended.SavingsPlansPurchaseRecommendationDetails.ShouldHaveSingleItem()
            .HourlyCommitmentToPurchase.ShouldNotBeNullOrEmpty();
        plans.Metadata.RecommendationId.ShouldNotBeNullOrEmpty();
        var detail = reservations.Recommendations.ShouldHaveSingleItem().RecommendationDetails.ShouldHaveSingleItem();
        detail.InstanceDetails.EC2InstanceDetails.InstanceType.ShouldBe("r5.4xlarge");
        detail.InstanceDetails.EC2InstanceDetails.SizeFlexEligible.ShouldBe(true);
        detail.InstanceDetails.RDSInstanceDetails.ShouldBeNull();
    }

    [Fact]
    public async Task Read_the_plans_that_the_account_bought_and_how_they_are_refused()
    {
        var keys = _sandbox.Aws.Users.Administrator(Holder.PayerAccountId);
        using var client = new AmazonSavingsPlansClient(
            new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey),
            new AmazonSavingsPlansConfig
            {
                ServiceURL = _sandbox.Aws.Endpoint.ToString(),
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            });

        var told = await client.DescribeSavingsPlansAsync(new(), TestContext.Current.CancellationToken);
        var refused = await Should.ThrowAsync<ValidationException>(() => client.DescribeSavingsPlansAsync(
            new DescribeSavingsPlansRequest { NextToken = "bm9uc2Vuc2U=" }, TestContext.Current.CancellationToken));

        told.SavingsPlans.Select(plan => plan.SavingsPlanId).ShouldBe(
            Holder.Bill.Purchases(Today.AddDays(-365), Today.AddDays(1))
                .Where(each => each.IsSavingsPlan && each.Owner == Holder.PayerAccountId).Select(each => each.Id),
            ignoreOrder: true);
        refused.ErrorCode.ShouldBe("ValidationException");
    }

    [Fact]
    public async Task Hear_that_Cost_Explorer_has_no_data()
    {
        _sandbox.Aws.Faults.Replace([new Fault(FaultKind.DataUnavailable, 1, "ce")]);
        using var client = CostExplorer();

        await Should.ThrowAsync<DataUnavailableException>(() => client.GetReservationUtilizationAsync(
            new() { TimePeriod = new DateInterval { Start = "2026-11-01", End = "2026-11-20" } },
            TestContext.Current.CancellationToken));
    }

    private AmazonCostExplorerClient CostExplorer()
    {
        var keys = _sandbox.Aws.Users.Administrator(Holder.PayerAccountId);
        return new AmazonCostExplorerClient(
            new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey),
            new AmazonCostExplorerConfig
            {
                ServiceURL = _sandbox.Aws.Endpoint.ToString(),
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            });
    }

    private static decimal Number(string text) =>
        decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
