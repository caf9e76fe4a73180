using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.SandboxTests.CostExplorer;

/// <summary>Calls the operations as the simulator's server does.</summary>
internal sealed class CostExplorerCalls(
    AwsWorld world,
    DateOnly today,
    CostExplorerOptions? options = null,
    int seed = 7,
    GroupedAnswers? grouped = null)
{
    private readonly IReadOnlyList<IJsonOperation> _operations =
        CostExplorerOperations.Create(world, seed, options, grouped);

    public static JsonObject Request(string start, string end, params string[] groupBy) => new()
    {
        ["TimePeriod"] = new JsonObject { ["Start"] = start, ["End"] = end },
        ["Granularity"] = "DAILY",
        ["Metrics"] = new JsonArray("UnblendedCost", "AmortizedCost", "NetUnblendedCost", "NetAmortizedCost"),
        ["GroupBy"] = new JsonArray(
            [.. groupBy.Select(key => new JsonObject { ["Type"] = "DIMENSION", ["Key"] = key })]),
    };

    public static JsonObject Dimensions(string dimension, string start, string end) => new()
    {
        ["TimePeriod"] = new JsonObject { ["Start"] = start, ["End"] = end },
        ["Dimension"] = dimension,
    };

    public JsonAnswer Send(string operation, string account, JsonObject input, bool repeatToken = false)
    {
        var body = JsonSerializer.SerializeToElement(input);
        return _operations
            .Single(each => each.Target == $"AWSInsightsIndexService.{operation}")
            .Handle(new JsonCall(account, body, today, repeatToken));
    }

    public JsonObject Costs(string account, JsonObject input, bool repeatToken = false) =>
        Body(Send("GetCostAndUsage", account, input, repeatToken));

    public JsonObject Values(string account, JsonObject input, bool repeatToken = false) =>
        Body(Send("GetDimensionValues", account, input, repeatToken));

    /// <summary>All pages of one request.</summary>
    public List<JsonObject> Pages(string account, JsonObject input)
    {
        var pages = new List<JsonObject>();
        var next = (JsonObject)input.DeepClone();
        while (true)
        {
            pages.Add(Costs(account, next));
            if (pages[^1]["NextPageToken"] is not { } token)
                return pages;
            next["NextPageToken"] = token.GetValue<string>();
        }
    }

    private static JsonObject Body(JsonAnswer answer)
    {
        answer.Status.ShouldBe(200, answer.ErrorMessage);
        return JsonNode.Parse(answer.Body.Span)!.AsObject();
    }
}
