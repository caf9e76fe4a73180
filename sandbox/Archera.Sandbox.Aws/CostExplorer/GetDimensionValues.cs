using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>The values that a dimension has in the asked days, by name or, with SortBy, by cost.</summary>
internal sealed class GetDimensionValues(AwsWorld world, PageTokens tokens, CostExplorerOptions options)
    : IJsonOperation
{
    public string Service => "ce";

    public string Target => "AWSInsightsIndexService.GetDimensionValues";

    public string Action => "ce:GetDimensionValues";

    public decimal PriceUsd => 0.01m;

    public JsonAnswer Handle(JsonCall call)
    {
        try
        {
            return Page(call);
        }
        catch (CostExplorerRefusal refusal)
        {
            return refusal.Answer();
        }
    }

    private JsonAnswer Page(JsonCall call)
    {
        var query = DimensionQuery.Read(call.Input, call.Today);
        var bill = VisibleBill.Of(world, call);
        var fingerprint = PageTokens.Fingerprint(Target, call.AccountId, call.Input, DimensionQuery.Members);
        var sent = call.Input.Text("NextPageToken");
        var start = sent is null ? new PagePosition(query.Span.Start, null) : tokens.Open(sent, fingerprint);

        var values = query.Values(bill);
        var rest = start.After is { } keys
            ? values.SkipWhile(value => string.CompareOrdinal(value, keys.First) <= 0).ToList()
            : values;
        var page = rest.Take(query.MaxResults ?? options.ValuesPerPage).ToList();
        var token = page.Count < rest.Count && query.SortBy is null
            ? tokens.Issue(fingerprint, start with { After = (page[^1], "") })
            : null;
        if (call.RepeatToken && query.SortBy is null)
            token = sent ?? tokens.Issue(fingerprint, start);
        return Answer(query, bill, page, values.Count, token);
    }

    private static JsonAnswer Answer(
        DimensionQuery query, VisibleBill bill, List<string> page, int total, string? token)
    {
        var body = new JsonObject
        {
            ["DimensionValues"] = new JsonArray([.. page.Select(value => new JsonObject
            {
                ["Value"] = value,
                ["Attributes"] = query.Dimension.Key == "LINKED_ACCOUNT"
                    ? new JsonObject { ["description"] = bill.NameOf(value) }
                    : [],
            })]),
            ["ReturnSize"] = page.Count,
            ["TotalSize"] = total,
        };
        if (token is not null)
            body["NextPageToken"] = token;
        return JsonAnswer.Ok(JsonSerializer.SerializeToUtf8Bytes(body));
    }
}
