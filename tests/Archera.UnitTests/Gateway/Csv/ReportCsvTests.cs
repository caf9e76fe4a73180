using System.Globalization;
using System.Text;
using System.Text.Json;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Gateway.Costs;
using Archera.Gateway.Costs.Changes;
using Archera.Gateway.Reports;
using Microsoft.AspNetCore.Http;

namespace Archera.UnitTests.Gateway.Csv;

public sealed class ReportCsvTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private static readonly DateOnly Day = new(2026, 1, 1);
    private static readonly DateTimeOffset ReadAt = new(2026, 1, 3, 7, 10, 0, TimeSpan.FromHours(1));
    private static readonly LateAccount Throttled = new(
        "aws:111122223333", DatasetName.Parse("Costs"), ReadAt, "throttled", "Wait.", null);
    private static readonly LateAccount Refused = Throttled with
    {
        Account = "aws:444455556666",
        Reason = "access-denied",
    };

    [Fact]
    public async Task Has_the_names_of_JSON_and_a_row_a_row()
    {
        var costs = Costs(
            [CostDimension.Service],
            [],
            new CostRow(Day, ["Amazon EC2, other"], 5.17815854160m, "USD", Estimated: true),
            new CostRow(Day, ["=evil()"], -1.0m, "EUR", Estimated: false));

        (await WriteAsync(costs)).ShouldBe(
            "period,Service,amount,currency,estimated,incomplete\r\n"
            + "2026-01-01,\"Amazon EC2, other\",5.17815854160,USD,true,\r\n"
            + "2026-01-01,'=evil(),-1.0,EUR,false,\r\n");
    }

    [Fact]
    public async Task Has_the_figures_of_JSON_cell_by_cell()
    {
        var costs = Costs(
            [CostDimension.Service, CostDimension.LinkedAccount],
            [],
            new CostRow(Day, ["Amazon EC2, \"other\"", "111122223333"], 5.17815854160m, "USD", Estimated: true),
            new CostRow(Day, ["Amazon S3", "012345678901"], -0.0000001m, "EUR", Estimated: false),
            new CostRow(Day, ["Zero", "111122223333"], 0.00m, "USD", Estimated: false));

        await ShouldAgreeAsync(costs, keys: 2, "amount", "currency", "estimated");
        await ShouldAgreeAsync(Changes(), keys: 1, "from", "to", "difference", "currency", "changedAt", "cause");
    }

    [Fact]
    public async Task Names_what_is_late_in_every_row_that_may_cover_it()
    {
        var costs = Costs([], [Throttled, Refused], new CostRow(Day, [], 5, "USD", false));

        (await WriteAsync(costs)).ShouldBe(
            "period,amount,currency,estimated,incomplete\r\n"
            + "2026-01-01,5,USD,false,"
            + "aws:111122223333 Costs throttled; aws:444455556666 Costs access-denied\r\n");
    }

    [Fact]
    public async Task Gives_a_late_account_that_no_row_covers_a_row_without_figures()
    {
        var costs = Costs(
            [CostDimension.Service, CostDimension.PayerAccount],
            [Throttled, Refused],
            new CostRow(Day, ["EC2", "aws:111122223333"], 5, "USD", false),
            new CostRow(Day, ["EC2", "aws:777788889999"], 6, "USD", false));

        (await WriteAsync(costs)).ShouldBe(
            "period,Service,PayerAccount,amount,currency,estimated,incomplete\r\n"
            + "2026-01-01,EC2,aws:111122223333,5,USD,false,aws:111122223333 Costs throttled\r\n"
            + "2026-01-01,EC2,aws:777788889999,6,USD,false,\r\n"
            + ",,aws:444455556666,,,,aws:444455556666 Costs access-denied\r\n");
    }

    [Fact]
    public async Task Of_nothing_but_late_accounts_names_them_all() =>
        (await WriteAsync(Costs([CostDimension.Service], [Throttled, Refused]))).ShouldBe(
            "period,Service,amount,currency,estimated,incomplete\r\n"
            + ",,,,,aws:111122223333 Costs throttled\r\n"
            + ",,,,,aws:444455556666 Costs access-denied\r\n");

    [Fact]
    public async Task Tells_what_was_not_there_from_zero_in_changes() => (await WriteAsync(Changes())).ShouldBe(
        "period,Service,from,to,difference,currency,changedAt,cause,incomplete\r\n"
        + "2026-01-01,EC2,,0.00,0.00,USD,2026-01-03T06:10:00Z,credit,\r\n"
        + "2026-01-01,S3,1.5,,-1.5,USD,,unknown,\r\n");

    [Fact]
    public async Task Has_a_tag_of_its_own_and_the_same_header_as_JSON()
    {
        var costs = Costs([], [Throttled]);

        var json = (await ExecuteAsync(costs, ReportFormat.Json)).Response.Headers;
        var csv = (await ExecuteAsync(costs, ReportFormat.Csv)).Response.Headers;

        csv.ETag.ShouldNotBe(json.ETag);
        csv["Archera-Completeness"].ShouldBe(json["Archera-Completeness"]);
        csv.Vary.ToString().ShouldContain("Accept");
        csv.ContentType.ToString().ShouldBe("text/csv; charset=utf-8; header=present");
        (await ExecuteAsync(costs, ReportFormat.Csv, csv.ETag)).Response.StatusCode.ShouldBe(304);
        (await ExecuteAsync(costs, ReportFormat.Csv, json.ETag)).Response.StatusCode.ShouldBe(200);
    }

    /// <summary>Whatever process or thread take for their language and their place: the bytes are the same.</summary>
    [Theory]
    [InlineData("Pacific/Auckland")]
    [InlineData("America/Los_Angeles")]
    public async Task Is_the_same_to_the_byte_whatever_the_culture_and_the_time_zone(string zone)
    {
        var costs = Costs(
            [CostDimension.Service], [Throttled], new CostRow(Day, ["I i"], -1234.50m, "USD", true));
        string[] plain = [await WriteAsync(costs), await WriteAsync(Changes()), await JsonAsync(costs)];
        using var hostile = new HostileCulture(zone);

        string[] abroad = [await WriteAsync(costs), await WriteAsync(Changes()), await JsonAsync(costs)];

        (-1234.5m).ToString(CultureInfo.CurrentCulture).ShouldBe("−1234,5");
        TimeZoneInfo.Local.Id.ShouldBe(zone);
        abroad.ShouldBe(plain);
    }

    [Theory]
    [InlineData(null, ReportFormat.Json)]
    [InlineData("*/*", ReportFormat.Json)]
    [InlineData("application/json", ReportFormat.Json)]
    [InlineData("text/html, */*;q=0.8", ReportFormat.Json)]
    [InlineData("application/json, text/csv;q=0.9", ReportFormat.Json)]
    [InlineData("nonsense", ReportFormat.Json)]
    [InlineData("text/csv", ReportFormat.Csv)]
    [InlineData("TEXT/CSV; header=present", ReportFormat.Csv)]
    [InlineData("text/*", ReportFormat.Csv)]
    [InlineData("text/csv, */*;q=0.1", ReportFormat.Csv)]
    [InlineData("application/json;q=0.5, text/csv", ReportFormat.Csv)]
    public void Is_written_where_the_caller_likes_it_better(string? accept, object format)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Accept = accept;

        ReportFormats.Accepted(context.Request).ShouldBe((ReportFormat)format);
    }

    private async Task ShouldAgreeAsync<T>(T report, int keys, params string[] figures)
        where T : IReport
    {
        var sheet = CsvText.Read(await WriteAsync(report));
        var rows = GatewayFixture.Parse(await JsonAsync(report)).GetProperty("rows").EnumerateArray()
            .Select(row => (string[])
            [
                row.GetProperty("period").ToString(),
                .. row.GetProperty("keys").EnumerateArray().Select(key => key.ToString()),
                .. figures.Select(figure => Text(row.GetProperty(figure))),
            ]).ToArray();

        sheet[0][(keys + 1)..^1].ShouldBe(figures);
        sheet.Skip(1).Select(row => string.Join('|', row[..^1])).ShouldBe(rows.Select(row => string.Join('|', row)));

        static string Text(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => value.ToString(),
        };
    }

    private static CostsResource Costs(
        CostDimension[] groupBy, LateAccount[] late, params CostRow[] rows) => CostsResource.Of(
        Query([.. groupBy]),
        new CostReport([], [.. rows], new Completeness(ReadAt, 2, 2 - late.Length, 2, 2, [.. late]), []));

    private static CostChangesResource Changes() => CostChangesResource.Of(
        new CostChangesQuery(Query([CostDimension.Service]), Day.AddDays(1)),
        new CostChanges(
            [],
            [
                new CostChange(Day, ["EC2"], null, 0.00m, "USD", ReadAt, ChangeCauses.Credit),
                new CostChange(Day, ["S3"], 1.5m, null, "USD", null, ChangeCauses.None),
            ],
            new Completeness(ReadAt, 1, 1, 2, 2, []),
            []));

    private static CostQuery Query(System.Collections.Immutable.ImmutableArray<CostDimension> groupBy) => new(
        new DatePeriod(Day, Day.AddDays(2)), CostGranularity.Daily, CostMetric.UnblendedCost, groupBy, [], null);

    private async Task<string> WriteAsync<T>(T report)
        where T : IReport => (await ExecuteAsync(report, ReportFormat.Csv)).Text;

    private async Task<string> JsonAsync<T>(T report)
        where T : IReport => (await ExecuteAsync(report, ReportFormat.Json)).Text;

    private async Task<(string Text, HttpResponse Response)> ExecuteAsync<T>(
        T report, ReportFormat format, string? ifNoneMatch = null)
        where T : IReport
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = gateway.Services, Response = { Body = body } };
        context.Request.Headers.IfNoneMatch = ifNoneMatch;
        await new ReportResult<T>(report, format).ExecuteAsync(context);
        await context.Response.BodyWriter.FlushAsync(TestContext.Current.CancellationToken);
        return (Encoding.UTF8.GetString(body.ToArray()), context.Response);
    }
}
