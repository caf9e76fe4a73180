using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.SandboxTests.Worlds;

namespace Archera.SandboxTests.CostExplorer;

public sealed class DimensionValuesTests : IDisposable
{
    private const string Payer = "111122223333";

    private readonly FocusFiles _files = new();
    private readonly CostExplorerCalls _calls;

    public DimensionValuesTests()
    {
        var world = _files.World(
            FocusFiles.Row("3", service: "AWS Lambda"),
            FocusFiles.Row("1", service: "Amazon Route 53"),
            FocusFiles.Row("9", service: "Amazon Athena"),
            FocusFiles.Row("5", service: "AWS Glue", start: "2024-09-05"));
        _calls = new CostExplorerCalls(world, new DateOnly(2024, 10, 3), new CostExplorerOptions { ValuesPerPage = 2 });
    }

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Pages_hold_the_values_of_the_asked_days_in_order()
    {
        var first = _calls.Values(Payer, Request());
        var second = _calls.Values(Payer, Request(("NextPageToken", first["NextPageToken"]!.DeepClone())));

        Names(first).ShouldBe(["AWS Lambda", "Amazon Athena"]);
        Names(second).ShouldBe(["Amazon Route 53"]);
        ((int)first["ReturnSize"]!, (int)first["TotalSize"]!).ShouldBe((2, 3));
        ((int)second["ReturnSize"]!, (int)second["TotalSize"]!).ShouldBe((1, 3));
        second["NextPageToken"].ShouldBeNull();
    }

    [Fact]
    public void Accounts_come_with_their_names()
    {
        var answer = _calls.Values(Payer, CostExplorerCalls.Dimensions("LINKED_ACCOUNT", "2024-09-01", "2024-09-03"));

        answer["DimensionValues"]!.ToJsonString().ShouldBe(
            """[{"Value":"444455556666","Attributes":{"description":"Sub"}}]""");
    }

    [Fact]
    public void A_search_finds_parts_of_names()
    {
        Names(_calls.Values(Payer, Request(("SearchString", "route")))).ShouldBe(["Amazon Route 53"]);
    }

    [Theory]
    [InlineData("DESCENDING", "Amazon Athena,AWS Lambda")]
    [InlineData("ASCENDING", "Amazon Route 53,AWS Lambda")]
    public void The_dearest_or_the_cheapest_come_first(string order, string names)
    {
        var answer = _calls.Values(Payer, Request(("SortBy", Sort(order)), ("MaxResults", 2)));

        string.Join(',', Names(answer)).ShouldBe(names);
        (answer["NextPageToken"], (int)answer["TotalSize"]!).ShouldBe((null, 3));
    }

    [Fact]
    public void A_repeated_token_leads_to_itself()
    {
        var first = _calls.Values(Payer, Request(), repeatToken: true);
        var again = _calls.Values(
            Payer, Request(("NextPageToken", first["NextPageToken"]!.DeepClone())), repeatToken: true);

        again.ToJsonString().ShouldBe(first.ToJsonString());
    }

    [Fact]
    public void Bad_combinations_are_refused()
    {
        Refused(
            "1 validation error detected: Value null at 'dimension' failed to satisfy constraint: "
            + "Member must not be null",
            ("Dimension", null));
        Refused("Dimension MOOD is not allowed.", ("Dimension", "MOOD"));
        Refused("MaxResults can be used only with SortBy.", ("MaxResults", 5));
        Refused("MaxResults must be between 1 and 1000.", ("SortBy", Sort("ASCENDING")), ("MaxResults", 1_001));
        Refused("MaxResults must be between 1 and 1000.", ("SortBy", Sort("ASCENDING")), ("MaxResults", 0));
        Refused("SortBy and NextPageToken cannot be used together.", ("SortBy", Sort()), ("NextPageToken", "x"));
        Refused("SortBy and SearchString cannot be used together.", ("SortBy", Sort()), ("SearchString", "x"));
        Refused("Sort key 1 is invalid.", ("SortBy", JsonNode.Parse("""[{"Key":"1"}]""")));
        Refused(
            "1 validation error detected: Value 'SIDEWAYS' at 'sortBy.1.member.sortOrder' failed to satisfy "
            + "constraint: Member must satisfy enum value set: [ASCENDING, DESCENDING]",
            ("SortBy", Sort("SIDEWAYS")));
        Refused(
            "1 validation error detected: Value 'MOOD' at 'context' failed to satisfy constraint: "
            + "Member must satisfy enum value set: [COST_AND_USAGE, RESERVATIONS, SAVINGS_PLANS]",
            ("Context", "MOOD"));
        Refused(
            "end date past the beginning of next month",
            ("TimePeriod", JsonNode.Parse("""{"Start":"2024-09-01","End":"2025-01-01"}""")));
    }

    private static JsonNode Sort(string order = "ASCENDING") =>
        JsonNode.Parse($$"""[{"Key":"UnblendedCost","SortOrder":"{{order}}"}]""")!;

    private static JsonObject Request(params (string Name, JsonNode? Value)[] members)
    {
        var request = CostExplorerCalls.Dimensions("SERVICE", "2024-09-01", "2024-09-03");
        foreach (var (name, value) in members)
            request[name] = value;
        return request;
    }

    private static List<string> Names(JsonObject answer) =>
        [.. answer["DimensionValues"]!.AsArray().Select(value => (string)value!["Value"]!)];

    private void Refused(string message, params (string Name, JsonNode? Value)[] members)
    {
        var answer = _calls.Send("GetDimensionValues", Payer, Request(members));

        (answer.Status, answer.ErrorCode, answer.ErrorMessage).ShouldBe((400, "ValidationException", message));
    }
}
