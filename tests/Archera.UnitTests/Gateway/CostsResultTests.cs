using System.Text.Json.Nodes;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Gateway.Costs;
using Archera.Gateway.Reports;
using Microsoft.AspNetCore.Http;

namespace Archera.UnitTests.Gateway;

public sealed class CostsResultTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private static readonly CostQuery Query = new(
        new DatePeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 3)),
        CostGranularity.Daily,
        CostMetric.UnblendedCost,
        [CostDimension.Service],
        [],
        AsOf: null);

    private static readonly DateTimeOffset ReadAt = new(2026, 1, 3, 7, 10, 0, TimeSpan.FromHours(1));

    private static readonly CostReport Whole = new(
        [new CurrencyTotal(5.17815854160m, "USD")],
        [new CostRow(new DateOnly(2026, 1, 1), ["Amazon EC2, other"], 5.17815854160m, "USD", Estimated: true)],
        new Completeness(ReadAt, 1, 1, 2, 2, []),
        [new CostCaveat("aws:111122223333", CaveatFigure.NetSpend, IsInAnswer: false, "Words.")]);

    private static readonly CostReport Partial = Whole with
    {
        Completeness = new Completeness(null, 1, 0, 2, 1,
            [new LateAccount("aws:111122223333", DatasetName.Parse("Costs"), ReadAt, "throttled", "Wait.", null)]),
    };

    private const string Written = """
        {
          "start": "2026-01-01", "end": "2026-01-03", "granularity": "Daily", "metric": "UnblendedCost",
          "groupBy": ["Service"],
          "totals": [{ "amount": "5.17815854160", "currency": "USD" }],
          "rows": [{
            "period": "2026-01-01", "keys": ["Amazon EC2, other"],
            "amount": "5.17815854160", "currency": "USD", "estimated": true
          }],
          "completeness": {
            "isComplete": true, "asOf": "2026-01-03T06:10:00Z", "accountsExpected": 1, "accountsReceived": 1,
            "daysExpected": 2, "daysReceived": 2, "late": []
          },
          "caveats": [
            { "account": "aws:111122223333", "figure": "NetSpend", "isInAnswer": false, "reason": "Words." }
          ]
        }
        """;

    [Fact]
    public async Task Is_written_as_the_contract_says()
    {
        var (text, response) = await ExecuteAsync(Whole);

        text.ShouldBe(JsonNode.Parse(Written)!.ToJsonString());
        response.Headers["Archera-Completeness"].ToString()
            .ShouldBe("accounts=1/1; days=2/2; as-of=2026-01-03T06:10:00Z");
    }

    [Fact]
    public async Task Says_none_where_nothing_was_read()
    {
        var (_, response) = await ExecuteAsync(Partial);

        response.Headers["Archera-Completeness"].ToString().ShouldBe("accounts=0/1; days=1/2; as-of=none");
    }

    [Fact]
    public async Task The_same_figures_with_another_completeness_have_another_tag()
    {
        var (_, whole) = await ExecuteAsync(Whole);
        var (_, partial) = await ExecuteAsync(Partial);

        whole.Headers.ETag.ShouldNotBe(partial.Headers.ETag);
    }

    [Theory]
    [InlineData("{0}", 304)]
    [InlineData("W/{0}", 304)]
    [InlineData("\"other\", {0}", 304)]
    [InlineData("*", 304)]
    [InlineData("\"other\"", 200)]
    [InlineData("nonsense", 200)]
    public async Task A_known_tag_is_304_without_a_body(string ifNoneMatch, int status)
    {
        var tag = (await ExecuteAsync(Whole)).Response.Headers.ETag.ToString();

        var (text, response) = await ExecuteAsync(Whole, ifNoneMatch.Replace("{0}", tag, StringComparison.Ordinal));

        response.StatusCode.ShouldBe(status);
        (text.Length == 0).ShouldBe(status == 304);
        response.Headers.CacheControl.ToString().ShouldBe("private, no-cache");
    }

    private async Task<(string Text, HttpResponse Response)> ExecuteAsync(CostReport report, string? ifNoneMatch = null)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = gateway.Services, Response = { Body = body } };
        context.Request.Headers.IfNoneMatch = ifNoneMatch;
        await new ReportResult<CostsResource>(CostsResource.Of(Query, report)).ExecuteAsync(context);
        await context.Response.BodyWriter.FlushAsync(TestContext.Current.CancellationToken);
        return (System.Text.Encoding.UTF8.GetString(body.ToArray()), context.Response);
    }
}
