using System.Globalization;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Truth;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.SandboxTests.CostExplorer;

/// <summary>What Cost Explorer tells of Savings Plans and reservations, held against the truth.</summary>
public sealed class CommitmentAnswersTests
{
    private const string Compute = "Amazon Elastic Compute Cloud - Compute";
    private const string Start = "2026-09-28";
    private const string End = "2026-11-03";

    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly AwsWorld World = AwsWorld.Generate(
        new GeneratedWorldOptions { Payers = 3, LinkedPerPayer = 8, Seed = 4, FirstDay = new(2025, 1, 1) });

    private static readonly Organization Holder =
        World.Organizations.First(each => Kinds(each, isPlan: true) && Kinds(each, isPlan: false));

    private readonly CostExplorerCalls _calls = new(World, Today);

    [Fact]
    public void Utilization_of_savings_plans_is_the_truth_of_each_day_and_of_all()
    {
        var told = Send("GetSavingsPlansUtilization", Daily(Start, End));

        var rows = told["SavingsPlansUtilizationsByTime"]!.AsArray();
        var truth = Truth(CommitmentTruth.SavingsPlans, "");
        rows.Select(row => Day(row!)).ShouldBe(truth.Select(row => row.Day));
        foreach (var (row, day) in rows.Zip(truth))
            Utilization(row!).ShouldBe(Money(day.Figures));
        Utilization(told["Total"]!).ShouldBe((
            truth.Sum(row => row.Figures["commitment"]), truth.Sum(row => row.Figures["usedCommitment"]),
            truth.Sum(row => row.Figures["unusedCommitment"]), truth.Sum(row => row.Figures["onDemandEquivalent"])));
    }

    [Fact]
    public void Coverage_by_savings_plans_comes_in_pages_and_is_the_truth()
    {
        var rows = Pages("GetSavingsPlansCoverage", Daily(Start, End), "SavingsPlansCoverages", "NextToken");

        var truth = Truth(CommitmentTruth.SavingsPlans, "");
        rows.Select(Day).ShouldBe(truth.Select(row => row.Day));
        rows.Select(row => (Figure(row, "Coverage", "SpendCoveredBySavingsPlans"),
                Figure(row, "Coverage", "OnDemandCost")))
            .ShouldBe(truth.Select(row => (row.Figures["coveredCost"], row.Figures["onDemandCost"])));
        var byService = Pages(
            "GetSavingsPlansCoverage", Grouped(Start, End, "SERVICE"), "SavingsPlansCoverages", "NextToken");
        byService.Sum(row => Figure(row, "Coverage", "TotalCost"))
            .ShouldBe(rows.Sum(row => Figure(row, "Coverage", "TotalCost")));
    }

    [Fact]
    public void Details_of_all_plans_add_up_to_the_utilization()
    {
        var request = Window(Start, End);
        request["MaxResults"] = 1;

        var plans = Pages("GetSavingsPlansUtilizationDetails", request, "SavingsPlansUtilizationDetails", "NextToken");

        var truth = Truth(CommitmentTruth.SavingsPlans, "");
        plans.Select(plan => plan["SavingsPlanArn"]!.GetValue<string>()).ShouldBeUnique();
        plans.Sum(plan => Figure(plan, "Utilization", "TotalCommitment"))
            .ShouldBe(truth.Sum(row => row.Figures["commitment"]));
        plans.Sum(plan => Figure(plan, "Utilization", "UnusedCommitment"))
            .ShouldBe(truth.Sum(row => row.Figures["unusedCommitment"]));
    }

    [Fact]
    public void Utilization_of_reservations_is_the_truth_and_that_of_each_adds_up()
    {
        var daily = Send("GetReservationUtilization", Daily(Start, End));
        var grouped = Send("GetReservationUtilization", Grouped(Start, End, "SUBSCRIPTION_ID"));

        var truth = Truth(CommitmentTruth.Reservations, Compute);
        var rows = daily["UtilizationsByTime"]!.AsArray();
        rows.Select(row => Day(row!)).ShouldBe(truth.Select(row => row.Day));
        foreach (var (row, day) in rows.Zip(truth))
        {
            Figure(row!, "Total", "TotalActualHours").ShouldBe(day.Figures["usedHours"]);
            Figure(row!, "Total", "UnusedHours").ShouldBe(day.Figures["unusedHours"]);
            Figure(row!, "Total", "TotalAmortizedFee").ShouldBe(day.Figures["commitment"]);
            Figure(row!, "Total", "RICostForUnusedHours").ShouldBe(day.Figures["unusedCommitment"]);
            Figure(row!, "Total", "OnDemandCostOfRIHoursUsed").ShouldBe(day.Figures["onDemandEquivalent"]);
        }

        var groups = grouped["UtilizationsByTime"]![0]!["Groups"]!.AsArray();
        groups.ShouldNotBeEmpty();
        groups.Sum(group => Figure(group!, "Utilization", "PurchasedHours"))
            .ShouldBe(truth.Sum(row => row.Figures["purchasedHours"]));
    }

    [Fact]
    public void Coverage_by_reservations_is_the_truth_and_that_of_each_account_adds_up()
    {
        var request = Daily(Start, End);
        request["Metrics"] = new JsonArray("Hour", "Unit", "Cost");
        var daily = Send("GetReservationCoverage", request)["CoveragesByTime"]!.AsArray();
        var grouped = Send("GetReservationCoverage", Grouped(Start, End, "LINKED_ACCOUNT"));

        var truth = Truth(CommitmentTruth.Reservations, Compute);
        foreach (var (row, day) in daily.Zip(truth))
        {
            Figure(row!["Total"]!, "CoverageHours", "ReservedHours").ShouldBe(day.Figures["coveredHours"]);
            Figure(row["Total"]!, "CoverageHours", "OnDemandHours").ShouldBe(day.Figures["onDemandHours"]);
            Figure(row["Total"]!, "CoverageCost", "OnDemandCost").ShouldBe(day.Figures["onDemandCost"]);
        }

        grouped["CoveragesByTime"]![0]!["Groups"]!.AsArray()
            .Sum(group => Figure(group!["Coverage"]!, "CoverageHours", "TotalRunningHours"))
            .ShouldBe(truth.Sum(row => row.Figures["coveredHours"] + row.Figures["onDemandHours"]));
    }

    [Theory]
    [InlineData("GetSavingsPlansUtilization")]
    [InlineData("GetSavingsPlansUtilizationDetails")]
    [InlineData("GetReservationUtilization")]
    [InlineData("GetSavingsPlansCoverage")]
    [InlineData("GetReservationCoverage")]
    public void Has_no_data_before_the_bill_begins_nor_for_a_day_that_is_not_over(string operation)
    {
        var nothing = new CostExplorerCalls(World, new DateOnly(2025, 1, 9));

        ErrorOf(nothing.Send(operation, Holder.PayerAccountId, Window("2024-12-01", "2025-01-01")))
            .ShouldBe("DataUnavailableException");
        ErrorOf(_calls.Send(operation, Holder.PayerAccountId, Window("2026-11-01", "2026-11-21")))
            .ShouldBe("DataUnavailableException");
    }

    [Fact]
    public void Refuses_what_AWS_refuses()
    {
        var both = Grouped(Start, End, "SERVICE");
        both["Granularity"] = "DAILY";
        var service = Window(Start, End);
        service["Filter"] = Dimension("SERVICE", "Amazon Simple Storage Service");
        var or = Window(Start, End);
        or["Filter"] = new JsonObject { ["Or"] = new JsonArray(Dimension("SERVICE", Compute)) };

        ErrorOf(_calls.Send("GetSavingsPlansCoverage", Holder.PayerAccountId, both)).ShouldBe("ValidationException");
        ErrorOf(_calls.Send("GetReservationUtilization", Holder.PayerAccountId, service))
            .ShouldBe("ValidationException");
        ErrorOf(_calls.Send("GetReservationCoverage", Holder.PayerAccountId, or)).ShouldBe("ValidationException");
        ErrorOf(_calls.Send("GetSavingsPlansPurchaseRecommendation", Holder.PayerAccountId, []))
            .ShouldBe("ValidationException");
    }

    [Fact]
    public void A_member_is_told_of_its_own_plans_only()
    {
        var owners = World.Organizations.SelectMany(each => each.Bill.Commitments(Today.AddDays(-1)))
            .Where(each => each.Purchase.IsSavingsPlan).Select(each => each.Purchase.Owner).ToHashSet();
        var stranger = Holder.Accounts.Select(account => account.Id).First(id => !owners.Contains(id));

        ErrorOf(_calls.Send("GetSavingsPlansUtilization", stranger, Daily(Start, End)))
            .ShouldBe("DataUnavailableException");
    }

    [Fact]
    public void A_recommendation_never_promises_to_cover_more_than_there_was()
    {
        var request = new JsonObject
        {
            ["SavingsPlansType"] = "COMPUTE_SP",
            ["TermInYears"] = "ONE_YEAR",
            ["PaymentOption"] = "NO_UPFRONT",
            ["LookbackPeriodInDays"] = "THIRTY_DAYS",
        };

        var told = Send("GetSavingsPlansPurchaseRecommendation", request)["SavingsPlansPurchaseRecommendation"]!;

        var detail = told["SavingsPlansPurchaseRecommendationDetails"]!.AsArray().Single()!;
        Number(detail["EstimatedOnDemandCost"]!).ShouldBeGreaterThanOrEqualTo(0);
        Number(detail["EstimatedSavingsAmount"]!).ShouldBe(
            Number(detail["EstimatedOnDemandCostWithCurrentCommitment"]!)
            - Number(detail["EstimatedOnDemandCost"]!) - Number(detail["EstimatedSPCost"]!));
    }

    private static bool Kinds(Organization organization, bool isPlan) => organization.Bill.Commitments(Today)
        .Any(each => each.Purchase.IsSavingsPlan == isPlan && (isPlan || each.Purchase.Service == Compute));

    private static List<CommitmentTruthRow> Truth(string kind, string service) =>
    [
        .. CommitmentTruth.Rows(World, Holder.PayerAccountId, DateOnly.Parse(Start, CultureInfo.InvariantCulture),
                DateOnly.Parse(End, CultureInfo.InvariantCulture))
            .Where(row => row.Kind == kind && row.Service == service),
    ];

    private static (decimal, decimal, decimal, decimal) Money(IReadOnlyDictionary<string, decimal> figures) => (
        figures["commitment"], figures["usedCommitment"], figures["unusedCommitment"], figures["onDemandEquivalent"]);

    private static (decimal, decimal, decimal, decimal) Utilization(JsonNode node) => (
        Figure(node, "Utilization", "TotalCommitment"), Figure(node, "Utilization", "UsedCommitment"),
        Figure(node, "Utilization", "UnusedCommitment"), Figure(node, "Savings", "OnDemandCostEquivalent"));

    private static decimal Figure(JsonNode node, string structure, string member) =>
        Number(node[structure]![member]!);

    private static decimal Number(JsonNode node) =>
        decimal.Parse(node.GetValue<string>(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static DateOnly Day(JsonNode row) =>
        DateOnly.Parse(row["TimePeriod"]!["Start"]!.GetValue<string>(), CultureInfo.InvariantCulture);

    private static JsonObject Window(string start, string end) => new()
    {
        ["TimePeriod"] = new JsonObject { ["Start"] = start, ["End"] = end },
    };

    private static JsonObject Daily(string start, string end)
    {
        var request = Window(start, end);
        request["Granularity"] = "DAILY";
        return request;
    }

    private static JsonObject Grouped(string start, string end, string key)
    {
        var request = Window(start, end);
        request["GroupBy"] = new JsonArray(new JsonObject { ["Type"] = "DIMENSION", ["Key"] = key });
        return request;
    }

    private static JsonObject Dimension(string key, string value) => new()
    {
        ["Dimensions"] = new JsonObject { ["Key"] = key, ["Values"] = new JsonArray(value) },
    };

    private static string? ErrorOf(Archera.Sandbox.Aws.Protocol.JsonAnswer answer) => answer.ErrorCode;

    private JsonObject Send(string operation, JsonObject request)
    {
        var answer = _calls.Send(operation, Holder.PayerAccountId, request);
        answer.Status.ShouldBe(200, answer.ErrorMessage);
        return JsonNode.Parse(answer.Body.Span)!.AsObject();
    }

    private List<JsonNode> Pages(string operation, JsonObject request, string list, string tokenMember)
    {
        var rows = new List<JsonNode>();
        while (true)
        {
            var page = Send(operation, request);
            rows.AddRange(page[list]!.AsArray().Select(row => row!));
            if (page[tokenMember] is not { } token)
                return rows;
            request = (JsonObject)request.DeepClone();
            request[tokenMember] = token.GetValue<string>();
        }
    }
}
