using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Aws.Worlds.Restatements;
using Archera.SandboxTests.Worlds;

namespace Archera.SandboxTests.CostExplorer;

public sealed class CostAnswerTests : IDisposable
{
    private const string Payer = "111122223333";
    private const string Member = "444455556666";
    private const string Tax = """{"Dimensions":{"Key":"RECORD_TYPE","Values":["Tax"]}}""";

    private readonly FocusFiles _files = new();
    private readonly AwsWorld _world;

    public CostAnswerTests()
    {
        _world = _files.World(
            FocusFiles.Row("1.50", "1.25", service: "AWS Lambda"),
            FocusFiles.Row("-0.0000001", "0", service: "Tax", category: "Tax", account: Payer),
            FocusFiles.Row("2.25", "2.25", service: "AWS Lambda", start: "2024-09-30"),
            FocusFiles.Row("4", "4", service: "AWS Lambda", start: "2024-10-02"));
    }

    public static TheoryData<string, string[]> Filters => new()
    {
        { Service("AWS Lambda"), [Member] },
        { Service("aws lambda"), [] },
        { Service("aws lambda", "CASE_INSENSITIVE"), [Member] },
        { Service("AWS", "STARTS_WITH"), [Member] },
        { Service("Lambda", "STARTS_WITH"), [] },
        { Service("BDA", "ENDS_WITH", "CASE_INSENSITIVE"), [Member] },
        { Service("a", "CONTAINS"), [Payer, Member] },
        { $$"""{"Not":{{Tax}}}""", [Member] },
        { $$"""{"And":[{{Tax}},{{Service("AWS Lambda")}}]}""", [] },
        { $$"""{"Or":[{{Tax}},{{Service("AWS Lambda")}}]}""", [Payer, Member] },
        { """{"Dimensions":{"Key":"LINKED_ACCOUNT","Values":["111122223333","x"]}}""", [Payer] },
        { """{"Dimensions":{"Key":"REGION","Values":["us-east-1"]}}""", [] },
        { """{"Tags":{"Key":"team","Values":["web"]}}""", [] },
        { """{"Tags":{"Key":"team","MatchOptions":["ABSENT"]}}""", [Payer, Member] },
    };

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Groups_have_names_of_accounts_and_exact_amounts()
    {
        Answer(Payer, Request("2024-09-01", "2024-09-02", "LINKED_ACCOUNT", "SERVICE")).ShouldBe(Compact("""
            {
              "GroupDefinitions": [
                { "Type": "DIMENSION", "Key": "LINKED_ACCOUNT" },
                { "Type": "DIMENSION", "Key": "SERVICE" }
              ],
              "ResultsByTime": [
                {
                  "TimePeriod": { "Start": "2024-09-01", "End": "2024-09-02" },
                  "Total": {},
                  "Groups": [
                    {
                      "Keys": ["111122223333", "Tax"],
                      "Metrics": {
                        "UnblendedCost": { "Amount": "-1E-7", "Unit": "USD" },
                        "AmortizedCost": { "Amount": "0", "Unit": "USD" }
                      }
                    },
                    {
                      "Keys": ["444455556666", "AWS Lambda"],
                      "Metrics": {
                        "UnblendedCost": { "Amount": "1.50", "Unit": "USD" },
                        "AmortizedCost": { "Amount": "1.25", "Unit": "USD" }
                      }
                    }
                  ],
                  "Estimated": true
                }
              ],
              "DimensionValueAttributes": [
                { "Value": "111122223333", "Attributes": { "description": "Payer" } },
                { "Value": "444455556666", "Attributes": { "description": "Sub" } }
              ]
            }
            """));
    }

    [Fact]
    public void Without_grouping_there_is_a_total_and_no_group()
    {
        Answer(Payer, Request("2024-09-30", "2024-10-02")).ShouldBe(Compact("""
            {
              "ResultsByTime": [
                {
                  "TimePeriod": { "Start": "2024-09-30", "End": "2024-10-01" },
                  "Total": {
                    "UnblendedCost": { "Amount": "2.25", "Unit": "USD" },
                    "AmortizedCost": { "Amount": "2.25", "Unit": "USD" }
                  },
                  "Groups": [],
                  "Estimated": true
                },
                {
                  "TimePeriod": { "Start": "2024-10-01", "End": "2024-10-02" },
                  "Total": {
                    "UnblendedCost": { "Amount": "0", "Unit": "USD" },
                    "AmortizedCost": { "Amount": "0", "Unit": "USD" }
                  },
                  "Groups": [],
                  "Estimated": true
                }
              ],
              "DimensionValueAttributes": []
            }
            """));
    }

    [Fact]
    public void A_day_without_cost_and_the_days_from_today_on_have_no_groups()
    {
        var days = Results(Payer, Request("2024-09-30", "2024-10-04", "SERVICE"), new DateOnly(2024, 10, 2));

        days.Select(day => (Start(day), day["Groups"]!.AsArray().Count)).ShouldBe(
            [("2024-09-30", 1), ("2024-10-01", 0), ("2024-10-02", 0), ("2024-10-03", 0)]);
    }

    [Fact]
    public void Months_are_clipped_to_the_asked_days_and_add_up_only_these()
    {
        var input = Request("2024-09-02", "2024-10-03", "SERVICE");
        input["Granularity"] = "MONTHLY";

        var months = Results(Payer, input, new DateOnly(2024, 10, 3));

        months.Select(month => (Start(month), (string)month["TimePeriod"]!["End"]!, Amount(month))).ShouldBe(
            [("2024-09-02", "2024-10-01", "2.25"), ("2024-10-01", "2024-10-03", "4")]);
    }

    [Theory]
    [InlineData("2024-10-04", true, true)]
    [InlineData("2024-10-05", false, true)]
    [InlineData("2024-10-31", false, true)]
    [InlineData("2024-11-04", false, true)]
    [InlineData("2024-11-05", false, false)]
    public void The_open_month_is_estimated_and_the_one_before_until_its_bill_is_final(
        string today, bool september, bool october)
    {
        var days = Results(Payer, Request("2024-09-30", "2024-10-02", "SERVICE"), DateOnly.Parse(today));

        days.Select(day => (bool)day["Estimated"]!).ShouldBe([september, october]);
    }

    [Fact]
    public void A_member_sees_only_itself()
    {
        var input = Request("2024-09-01", "2024-09-02", "LINKED_ACCOUNT");

        Keys(Payer, input).ShouldBe([Payer, Member]);
        Keys(Member, input).ShouldBe([Member]);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_keeps_what_it_names(string filter, string[] accounts)
    {
        var input = Request("2024-09-01", "2024-09-02", "LINKED_ACCOUNT");
        input["Filter"] = JsonNode.Parse(filter);

        Keys(Payer, input).ShouldBe(accounts);
    }

    [Fact]
    public void Dimensions_that_the_bill_does_not_hold_and_tags_have_one_value()
    {
        Keys(Payer, Request("2024-09-01", "2024-09-02", "REGION")).ShouldBe(["NoRegion"]);
        var input = Request("2024-09-01", "2024-09-02");
        input["GroupBy"] = JsonNode.Parse("""[{"Type":"TAG","Key":"team"}]""");
        Keys(Payer, input).ShouldBe(["team$"]);
    }

    [Theory]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.000001200", "0.000001200")]
    [InlineData("0.0000009", "9E-7")]
    [InlineData("-0.00000012340", "-1.2340E-7")]
    [InlineData("0.00000000", "0")]
    [InlineData("-12.30", "-12.30")]
    [InlineData("123456789.000000000001", "123456789.000000000001")]
    public void Amounts_are_written_with_every_digit_and_in_exponent_form_below_a_millionth(string amount, string text)
    {
        _world.Restate(new Restatement(Payer, new DateOnly(2024, 9, 1), "AWS Lambda", Member, decimal.Parse(amount)));

        var input = Request("2024-09-01", "2024-09-02", "RECORD_TYPE");
        input["Filter"] = JsonNode.Parse("""{"Dimensions":{"Key":"RECORD_TYPE","Values":["Usage"]}}""");

        Amount(Results(Payer, input, new DateOnly(2024, 10, 3))[0]).ShouldBe(text);
    }

    [Fact]
    public void Two_currencies_are_never_added_up()
    {
        var world = _files.World(
            FocusFiles.Row(currency: "EUR"), FocusFiles.Row(currency: "USD", service: "AWS Lambda"));
        var calls = new CostExplorerCalls(world, new DateOnly(2024, 10, 3));

        calls.Send("GetCostAndUsage", Payer, Request("2024-09-01", "2024-09-02", "SERVICE")).Status.ShouldBe(200);
        calls.Send("GetCostAndUsage", Payer, Request("2024-09-01", "2024-09-02")).ErrorMessage
            .ShouldBe("A group holds charges in EUR and USD, which have no sum. Group more finely.");
    }

    private static JsonObject Request(string start, string end, params string[] groupBy)
    {
        var request = CostExplorerCalls.Request(start, end, groupBy);
        request["Metrics"] = new JsonArray("UnblendedCost", "AmortizedCost");
        return request;
    }

    private static string Service(string value, params string[] options) => new JsonObject
    {
        ["Dimensions"] = new JsonObject
        {
            ["Key"] = "SERVICE",
            ["Values"] = new JsonArray(value),
            ["MatchOptions"] = new JsonArray([.. options.Select(option => JsonValue.Create(option))]),
        },
    }.ToJsonString();

    private static string Start(JsonNode result) => (string)result["TimePeriod"]!["Start"]!;

    private static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString();

    private static string Amount(JsonNode result) =>
        (string)result["Groups"]![0]!["Metrics"]!["UnblendedCost"]!["Amount"]!;

    private string Answer(string account, JsonObject input) =>
        new CostExplorerCalls(_world, new DateOnly(2024, 10, 3)).Costs(account, input).ToJsonString();

    private List<JsonNode> Results(string account, JsonObject input, DateOnly today) =>
        [.. new CostExplorerCalls(_world, today).Costs(account, input)["ResultsByTime"]!.AsArray().OfType<JsonNode>()];

    private List<string> Keys(string account, JsonObject input) =>
        [.. Results(account, input, new DateOnly(2024, 10, 3))[0]["Groups"]!.AsArray()
            .Select(group => (string)group!["Keys"]![0]!)];
}
