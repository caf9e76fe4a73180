using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.SandboxTests.CostExplorer;

public sealed class CostValidationTests
{
    private const string Roots = "Expression has zero or more than one roots. Only one root operator is allowed for "
        + "each expression: \"and\", \"or\", \"not\", \"tag\" or \"dimensionValue\"";

    private const string Order = "Start date (and hour) should be before end date (and hour)";

    private const string Metrics = "UnblendedCost, AmortizedCost, NetUnblendedCost, NetAmortizedCost";

    private const string OneService = """{"Dimensions":{"Key":"SERVICE","Values":["AWS Lambda"]}}""";

    private static readonly AwsWorld World = AwsWorld.Generate(
        new GeneratedWorldOptions { Payers = 1, LinkedPerPayer = 2, Services = 3 });

    private static readonly string Payer = World.Organizations[0].PayerAccountId;

    private readonly CostExplorerCalls _calls = new(World, new DateOnly(2026, 11, 25));

    public static TheoryData<string, string?, string> BadPeriods => new()
    {
        { "TimePeriod", null, Null("timePeriod") },
        { "TimePeriod", """{"End":"2026-11-02"}""", Null("timePeriod.start") },
        { "TimePeriod", """{"Start":"2026-11-02"}""", Null("timePeriod.end") },
        { "TimePeriod", Period("", "2026-11-02"), "Start time  is invalid. Valid format is: yyyy-MM-dd." },
        {
            "TimePeriod", Period("2026-11-01T00:00:00Z", "2026-11-02"),
            "Start time 2026-11-01T00:00:00Z is invalid. Valid format is: yyyy-MM-dd."
        },
        {
            "TimePeriod", Period("2026-11-01", "2026-11-31"),
            "End time 2026-11-31 is invalid. Valid format is: yyyy-MM-dd."
        },
        { "TimePeriod", Period("2026-11-01", "2026-11-01"), Order },
        { "TimePeriod", Period("2026-11-02", "2026-11-01"), Order },
        { "TimePeriod", Period("2026-11-01", "2026-12-02"), "end date past the beginning of next month" },
        {
            "TimePeriod", Period("2025-09-30", "2026-11-01"),
            "You haven't enabled historical data beyond 14 months."
        },
        { "Granularity", null, Null("granularity") },
        { "Granularity", "\"WEEKLY\"", NotInSet("WEEKLY", "granularity", "DAILY, HOURLY, MONTHLY") },
        { "Granularity", "\"HOURLY\"", "Hourly timePeriod is not supported for this request" },
    };

    public static TheoryData<string, string?, string> BadFigures => new()
    {
        { "Metrics", null, Null("metrics") },
        { "Metrics", "[]", Null("metrics") },
        { "Metrics", """["UsageQuantity"]""", $"Metric UsageQuantity is invalid. Valid values are {Metrics}" },
        { "Metrics", """["0"]""", $"Metric 0 is invalid. Valid values are {Metrics}" },
        { "GroupBy", Groups("SERVICE", "AZ", "REGION"), "Only two values for GroupBy are allowed" },
        { "GroupBy", """[{"Type":"MOOD","Key":"SERVICE"}]""", "Group Definition type is invalid." },
        { "GroupBy", """[{"Key":"SERVICE"}]""", "Group Definition type is invalid." },
        {
            "GroupBy", Groups("MOOD"),
            "Group Definition dimension is invalid. Valid values are SERVICE, LINKED_ACCOUNT, RECORD_TYPE, AZ, "
            + "INSTANCE_TYPE, LEGAL_ENTITY_NAME, INVOICING_ENTITY, OPERATION, PLATFORM, PURCHASE_TYPE, TENANCY, "
            + "USAGE_TYPE, REGION, DEPLOYMENT_OPTION, DATABASE_ENGINE, CACHE_ENGINE, INSTANCE_TYPE_FAMILY, "
            + "BILLING_ENTITY, OPERATING_SYSTEM, RESERVATION_ID, SAVINGS_PLANS_TYPE, SAVINGS_PLAN_ARN"
        },
    };

    public static TheoryData<string, string?, string> BadFilters => new()
    {
        { "Filter", "{}", Roots },
        { "Filter", """{"Mood":{}}""", Roots },
        { "Filter", """{"Not":{},"Dimensions":{}}""", Roots },
        { "Filter", """{"Not":{}}""", Roots },
        { "Filter", $$"""{"And":[{{OneService}}]}""", "And expression must have at least 2 operands" },
        { "Filter", """{"Or":[]}""", "Or expression must have at least 2 operands" },
        { "Filter", Dimension("RESOURCE_ID", """["i-1"]"""), "Dimension RESOURCE_ID is not allowed." },
        { "Filter", """{"Dimensions":{"Values":["i-1"]}}""", Null("filter.dimensions.key") },
        { "Filter", Dimension("SERVICE", "[]"), "Values of dimension SERVICE must not be empty." },
        {
            "Filter", Dimension("SERVICE", """["a"],"MatchOptions":["ABSENT"]"""),
            "Match option ABSENT is not supported for dimensions."
        },
        {
            "Filter", Dimension("SERVICE", """["a"],"MatchOptions":["LIKE"]"""),
            NotInSet(
                "LIKE", "filter.dimensions.matchOptions",
                "EQUALS, ABSENT, STARTS_WITH, ENDS_WITH, CONTAINS, CASE_SENSITIVE, CASE_INSENSITIVE, "
                + "GREATER_THAN_OR_EQUAL")
        },
    };

    [Theory]
    [MemberData(nameof(BadPeriods))]
    [MemberData(nameof(BadFigures))]
    [MemberData(nameof(BadFilters))]
    public void A_bad_request_is_refused_in_awss_words(string member, string? json, string message)
    {
        var input = CostExplorerCalls.Request("2026-11-01", "2026-11-02", "SERVICE");
        input[member] = json is null ? null : JsonNode.Parse(json);

        var answer = _calls.Send("GetCostAndUsage", Payer, input);

        (answer.Status, answer.ErrorCode, answer.ErrorMessage).ShouldBe((400, "ValidationException", message));
        JsonNode.Parse(answer.Body.Span)!.AsObject().ToJsonString()
            .ShouldBe(new JsonObject { ["__type"] = "ValidationException", ["message"] = message }.ToJsonString());
    }

    [Theory]
    [InlineData("TimePeriod", "7")]
    [InlineData("Granularity", "7")]
    [InlineData("Metrics", "\"UnblendedCost\"")]
    [InlineData("Metrics", "[1]")]
    [InlineData("GroupBy", "{}")]
    [InlineData("GroupBy", "[7]")]
    [InlineData("Filter", "[]")]
    [InlineData("Filter", """{"Not":7}""")]
    [InlineData("Filter", """{"And":[7,8]}""")]
    [InlineData("NextPageToken", "7")]
    public void A_value_of_another_type_is_a_serialization_error(string member, string json)
    {
        var input = CostExplorerCalls.Request("2026-11-01", "2026-11-02");
        input[member] = JsonNode.Parse(json);

        _calls.Send("GetCostAndUsage", Payer, input).ErrorCode.ShouldBe("SerializationException");
    }

    [Fact]
    public void More_filter_values_than_cost_explorer_takes_are_refused()
    {
        var input = CostExplorerCalls.Request("2026-11-01", "2026-11-02");
        input["Filter"] = Filter(600, 424);
        _calls.Send("GetCostAndUsage", Payer, input).Status.ShouldBe(200);

        input["Filter"] = Filter(600, 425);

        _calls.Send("GetCostAndUsage", Payer, input).ErrorMessage
            .ShouldBe("Filter must not have more than 1024 values.");

        static JsonObject Filter(params int[] sizes) => new()
        {
            ["Or"] = new JsonArray([.. sizes.Select(size => new JsonObject
            {
                ["Dimensions"] = new JsonObject
                {
                    ["Key"] = "SERVICE",
                    ["Values"] = new JsonArray([.. Enumerable.Range(0, size).Select(i => JsonValue.Create($"s{i}"))]),
                },
            })]),
        };
    }

    [Fact]
    public void Unknown_members_are_ignored_and_the_oldest_month_and_all_of_this_one_are_read()
    {
        var input = CostExplorerCalls.Request("2025-10-01", "2026-12-01", "SERVICE");
        input["Mood"] = 7;

        _calls.Costs(Payer, input)["ResultsByTime"]!.AsArray().Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void An_account_without_cost_explorer_is_refused()
    {
        var answer = _calls.Send(
            "GetCostAndUsage", "999999999999", CostExplorerCalls.Request("2026-11-01", "2026-11-02"));

        (answer.Status, answer.ErrorCode, answer.ErrorMessage)
            .ShouldBe((400, "AccessDeniedException", "User not enabled for cost explorer access"));
        JsonNode.Parse(answer.Body.Span)!["Message"].ShouldNotBeNull();
    }

    private static string Null(string member) =>
        $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null";

    private static string NotInSet(string value, string member, string set) =>
        $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: "
        + $"Member must satisfy enum value set: [{set}]";

    private static string Period(string start, string end) => $$"""{"Start":"{{start}}","End":"{{end}}"}""";

    private static string Groups(params string[] keys) =>
        $"[{string.Join(',', keys.Select(key => $$"""{"Type":"DIMENSION","Key":"{{key}}"}"""))}]";

    private static string Dimension(string key, string values) =>
        $$$"""{"Dimensions":{"Key":"{{{key}}}","Values":{{{values}}}}}""";
}
