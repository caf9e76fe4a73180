using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Aws.Worlds.Restatements;

namespace Archera.SandboxTests.CostExplorer;

public sealed class PageTokenTests
{
    private readonly AwsWorld _world = AwsWorld.Generate(
        new GeneratedWorldOptions { Payers = 1, LinkedPerPayer = 4, Services = 10 });

    private string Payer => _world.Organizations[0].PayerAccountId;

    [Fact]
    public void Pages_split_days_and_vary_in_size_between_half_and_all_of_the_limit()
    {
        var pages = Calls().Pages(Payer, Request());

        var sizes = pages
            .Select(page => page["ResultsByTime"]!.AsArray().Sum(day => day!["Groups"]!.AsArray().Count))
            .ToList();
        sizes.SkipLast(1).ShouldAllBe(size => size >= 5 && size <= 10);
        sizes.SkipLast(1).Distinct().Count().ShouldBeGreaterThan(1);
        pages.Zip(pages.Skip(1)).ShouldContain(pair => LastDay(pair.First) == FirstDay(pair.Second));
    }

    [Fact]
    public void Asking_again_gives_the_same_page()
    {
        var input = Request();
        input["NextPageToken"] = Calls().Costs(Payer, Request())["NextPageToken"]!.DeepClone();

        Calls().Costs(Payer, input).ToJsonString().ShouldBe(Calls().Costs(Payer, input).ToJsonString());
    }

    [Theory]
    [InlineData("Granularity", "\"MONTHLY\"")]
    [InlineData("Metrics", """["UnblendedCost"]""")]
    [InlineData("GroupBy", """[{"Type":"DIMENSION","Key":"SERVICE"}]""")]
    [InlineData("TimePeriod", """{"Start":"2026-11-01","End":"2026-11-04"}""")]
    [InlineData("Filter", """{"Dimensions":{"Key":"SERVICE","Values":["AWS Lambda"]}}""")]
    public void Changed_parameters_are_refused(string member, string json)
    {
        var input = Request();
        input["NextPageToken"] = Calls().Costs(Payer, input)["NextPageToken"]!.DeepClone();
        input[member] = JsonNode.Parse(json);

        Refused(input, "RequestChangedException");
    }

    [Fact]
    public void A_day_without_groups_takes_room_on_a_page_too()
    {
        var input = CostExplorerCalls.Request("2026-11-01", "2026-12-01", "SERVICE");
        input["Filter"] = JsonNode.Parse("""{"Dimensions":{"Key":"SERVICE","Values":["none"]}}""");

        var pages = Calls().Pages(Payer, input);

        pages.ShouldAllBe(page => page["ResultsByTime"]!.AsArray().Count <= 10);
        pages.Sum(page => page["ResultsByTime"]!.AsArray().Count).ShouldBe(30);
    }

    [Fact]
    public void The_order_of_members_is_no_change()
    {
        var token = Calls().Costs(Payer, Request())["NextPageToken"]!.DeepClone();
        var input = new JsonObject { ["NextPageToken"] = token };
        foreach (var (name, value) in Request().Reverse())
            input[name] = value?.DeepClone();

        Calls().Send("GetCostAndUsage", Payer, input).Status.ShouldBe(200);
    }

    [Fact]
    public void A_token_that_was_never_given_is_refused()
    {
        var token = (string)Calls().Costs(Payer, Request())["NextPageToken"]!;

        var changed = (token[0] == 'A' ? 'B' : 'A') + token[1..];
        foreach (var bad in new[] { "", "x", "AAAA", new string('A', 9_000), token[..^4], changed })
        {
            var input = Request();
            input["NextPageToken"] = bad;
            Refused(input, "InvalidNextTokenException");
        }
    }

    [Fact]
    public void Another_account_and_another_operation_cannot_use_a_token()
    {
        var input = Request();
        input["NextPageToken"] = Calls().Costs(Payer, input)["NextPageToken"]!.DeepClone();
        var member = _world.Organizations[0].Accounts[1].Id;

        Calls().Send("GetCostAndUsage", member, input).ErrorCode.ShouldBe("RequestChangedException");
        input["Dimension"] = "SERVICE";
        Calls().Send("GetDimensionValues", Payer, input).ErrorCode.ShouldBe("RequestChangedException");
    }

    [Fact]
    public void A_repeated_token_never_gets_anywhere()
    {
        var first = Calls().Costs(Payer, Request(), repeatToken: true);
        var again = Request();
        again["NextPageToken"] = first["NextPageToken"]!.DeepClone();
        var second = Calls().Costs(Payer, again, repeatToken: true);

        ((string)second["NextPageToken"]!).ShouldBe((string)first["NextPageToken"]!);
        second["ResultsByTime"]!.ToJsonString().ShouldBe(first["ResultsByTime"]!.ToJsonString());
        ((string)Calls().Costs(Payer, again)["NextPageToken"]!).ShouldNotBe((string)first["NextPageToken"]!);
    }

    [Fact]
    public void A_row_restated_between_pages_neither_repeats_nor_hides_another()
    {
        var first = Calls().Costs(Payer, Request());
        var input = Request();
        input["NextPageToken"] = first["NextPageToken"]!.DeepClone();
        var before = Calls().Costs(Payer, input)["ResultsByTime"]!.ToJsonString();

        _world.Restate(new Restatement(Payer, new DateOnly(2026, 11, 1), "AAA first of all", Payer, 1m));

        Calls().Costs(Payer, input)["ResultsByTime"]!.ToJsonString().ShouldBe(before);
    }

    [Fact]
    public void A_token_with_the_longest_names_fits_awss_limit()
    {
        var name = string.Concat(Enumerable.Repeat("漢", Restatement.MaximumNameLength));
        foreach (var recordType in new[] { name, name[1..] + "a" })
            _world.Restate(new Restatement(Payer, new DateOnly(2026, 11, 1), name, Payer, 1m, recordType));
        var input = CostExplorerCalls.Request("2026-11-01", "2026-11-02", "SERVICE", "RECORD_TYPE");

        var pages = Calls(perPage: 1).Pages(Payer, input);

        pages.Max(page => ((string?)page["NextPageToken"])?.Length).ShouldNotBeNull().ShouldBeInRange(4_000, 8_192);
    }

    private static JsonObject Request() =>
        CostExplorerCalls.Request("2026-11-01", "2026-11-06", "SERVICE", "LINKED_ACCOUNT");

    private static string FirstDay(JsonObject page) => (string)page["ResultsByTime"]![0]!["TimePeriod"]!["Start"]!;

    private static string LastDay(JsonObject page) =>
        (string)page["ResultsByTime"]!.AsArray()[^1]!["TimePeriod"]!["Start"]!;

    private CostExplorerCalls Calls(int perPage = 10) =>
        new(_world, new DateOnly(2026, 11, 25), new CostExplorerOptions { GroupsPerPage = perPage });

    private void Refused(JsonObject input, string code)
    {
        var answer = Calls().Send("GetCostAndUsage", Payer, input);

        (answer.Status, answer.ErrorCode).ShouldBe((400, code));
        JsonNode.Parse(answer.Body.Span)!["Message"].ShouldNotBeNull();
    }
}
