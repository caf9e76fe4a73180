using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Permissions;
using Archera.Gateway.Onboarding;

namespace Archera.UnitTests.Onboarding;

public sealed class PermissionReviewTests
{
    private const string Costs = "ce:GetCostAndUsage";
    private const string Organization = "organizations:DescribeOrganization";
    private const string Metrics = "cloudwatch:GetMetricData";
    private const string MetricNames = "cloudwatch:ListMetrics";
    private const string Machines = "ec2:DescribeInstances";
    private const string Regions = "ec2:DescribeRegions";
    private const string Accounts = "organizations:ListAccounts";

    private static readonly string[] Everything =
    [
        Costs, "ce:GetReservationCoverage", "ce:GetReservationPurchaseRecommendation", "ce:GetReservationUtilization",
        "ce:GetSavingsPlansCoverage", "ce:GetSavingsPlansPurchaseRecommendation", "ce:GetSavingsPlansUtilization",
        "ce:GetSavingsPlansUtilizationDetails", Metrics, MetricNames, Machines, Regions, Organization, Accounts,
        "savingsplans:DescribeSavingsPlans",
    ];

    private static readonly DateTimeOffset Now = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Production_shrinks_to_the_exact_reads_that_are_used()
    {
        var review = Review(
            PermissionTier.Production, Use(Costs, 200, 0), Use(Organization, 200, 1), Use(Accounts, 200, 0));

        Kept(review).ShouldBe([Costs, Organization, Accounts]);
        review.Removed.ShouldContain("ce:Get*");
        review.Removed.ShouldNotContain(Organization);
        var costs = review.Permissions.Single(grant => grant.Action == "ce:Get*");
        (costs.Used, costs.Calls, costs.LastUsedAt).ShouldBe((true, 7, Now.UtcDateTime));
        costs.WithoutIt.ShouldBe("Missing without it: all cost figures of the account.");
        costs.Datasets.ShouldBe(
        [
            "CommitmentRecommendations", "CostByRecordType", "CostByRegion", "CostByServiceAndAccount",
            "CostByUsageType", "Reservations", "SavingsPlans",
        ]);
        review.Permissions.Where(grant => grant.Writes)
            .ShouldAllBe(grant => !grant.Used && grant.WithoutIt.StartsWith("Nothing today: our own sessions"));
    }

    [Fact]
    public void An_action_that_is_needed_is_left_out_only_after_a_whole_window_without_use()
    {
        Kept(Review(PermissionTier.Trial, Use(Costs, 90, 0), Use(Organization, 90, 0), Use(Accounts, 90, 89)))
            .ShouldBe([Costs, Organization, Accounts]);
        Kept(Review(PermissionTier.Trial, Use(Costs, 90, 0), Use(Organization, 90, 0), Use(Accounts, 90, 90)))
            .ShouldBe([Costs, Organization]);
        Kept(Review(PermissionTier.Trial, Use(Costs, 89, 0)))
            .ShouldBe(Everything);
    }

    [Fact]
    public void What_the_verification_needs_is_kept_and_named_whether_it_was_used_or_not()
    {
        foreach (var tier in Enum.GetValues<PermissionTier>())
        {
            var review = Review(tier, Use(Costs, 200, 0), Use(Organization, 200, 199));

            Kept(review).ShouldBe([Costs, Organization]);
            var needed = review.Permissions.Where(grant => grant.NeededToVerify).ShouldHaveSingleItem();
            needed.Action.ShouldBe(Organization);
            needed.WithoutIt.ShouldStartWith("Missing without it: the connection itself");
        }
    }

    [Fact]
    public void What_nobody_used_at_all_is_no_reason_for_a_policy_that_grants_nothing()
    {
        Kept(Review(PermissionTier.Trial)).ShouldBe(Everything);
        Kept(Review(PermissionTier.Trial, Use(Costs, 300, 100)))
            .ShouldBe(Everything);
        Kept(Review(PermissionTier.Trial, Use(Costs, 300, 100), Use(Organization, 300, 0)))
            .ShouldBe(Everything);
    }

    [Fact]
    public void A_linked_account_alone_is_never_told_to_grant_what_only_a_payer_is_asked()
    {
        var review = PermissionsResource.Of(
            PayerAccountKey.Parse("aws:111122223333"),
            new PermissionUseView(PermissionTier.Trial, ConnectionMode.SubAccount, Now, [Use(Costs, 100, 0)]));

        Kept(review).ShouldBe([Costs, Organization]);
        review.Permissions.Select(grant => grant.Action).ShouldBe(
            [Costs, Metrics, MetricNames, Machines, Regions, Organization]);
    }

    private static PermissionsResource Review(PermissionTier tier, params ImmutableArray<PermissionUse> uses) =>
        PermissionsResource.Of(
            PayerAccountKey.Parse("aws:111122223333"),
            new PermissionUseView(tier, ConnectionMode.Payer, Now, uses));

    private static PermissionUse Use(string action, int firstDaysAgo, int lastDaysAgo) =>
        new(action, 7, Now.AddDays(-firstDaysAgo), Now.AddDays(-lastDaysAgo));

    private static IEnumerable<string> Kept(PermissionsResource review) =>
        review.SmallerPolicy.Statement.ShouldHaveSingleItem().Action;
}
