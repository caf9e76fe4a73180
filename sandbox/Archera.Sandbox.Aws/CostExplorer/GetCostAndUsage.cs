using System.Security.Cryptography;
using System.Text;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>
/// Cost by day or month. A page ends after a number of groups, wherever that is: the same period may go on on the
/// next page with other groups.
/// </summary>
internal sealed class GetCostAndUsage(
    AwsWorld world, PageTokens tokens, CostExplorerOptions options, GroupedAnswers grouped) : IJsonOperation
{
    public string Service => "ce";

    public string Target => "AWSInsightsIndexService.GetCostAndUsage";

    public string Action => "ce:GetCostAndUsage";

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
        var query = CostQuery.Read(call.Input, call.Today);
        var bill = VisibleBill.Of(world, call, grouped);
        var fingerprint = PageTokens.Fingerprint(Target, call.AccountId, call.Input, CostQuery.Members);
        var sent = call.Input.Text("NextPageToken");
        var start = sent is null ? new PagePosition(query.Span.Start, null) : tokens.Open(sent, fingerprint);

        using var page = new CostPage(query, bill, call.Today);
        var next = Fill(page, query, bill, start, Budget(fingerprint, start));
        var token = next is { } position ? tokens.Issue(fingerprint, position) : null;
        if (call.RepeatToken)
            token = sent ?? tokens.Issue(fingerprint, start);
        return JsonAnswer.Ok(page.Close(token));
    }

    private static PagePosition? Fill(CostPage page, CostQuery query, VisibleBill bill, PagePosition start, int budget)
    {
        var after = start.After;
        foreach (var period in query.Span.Periods(query.IsMonthly))
        {
            if (period.End <= start.Period)
                continue;
            if (budget <= 0)
                return new PagePosition(period.Start, null);
            var cells = query.Cells(bill, period);
            var first = after is { } keys ? FirstAfter(cells, keys) : 0;
            var count = Math.Min(budget, cells.Count - first);
            page.Add(period, cells, first, count);
            if (first + count < cells.Count)
                return new PagePosition(period.Start, cells[first + count - 1].Keys);
            // A period without groups takes room on the page too.
            budget -= Math.Max(count, 1);
            after = null;
        }

        return null;
    }

    private static int FirstAfter(List<CostCell> cells, (string, string) keys)
    {
        var first = cells.FindIndex(cell => cell.IsAfter(keys));
        return first < 0 ? cells.Count : first;
    }

    private int Budget(byte[] fingerprint, PagePosition start)
    {
        var draw = Draw(fingerprint, start);
        var least = (options.GroupsPerPage + 1) / 2;
        return least + (int)(draw % (uint)(options.GroupsPerPage - least + 1));
    }

    // Drawn from what the page is, so that asking again gives the same page.
    private uint Draw(byte[] fingerprint, PagePosition start)
    {
        var print = SHA256.HashData(Encoding.UTF8.GetBytes(tokens.Issue(fingerprint, start)));
        return BitConverter.ToUInt32(print);
    }
}
