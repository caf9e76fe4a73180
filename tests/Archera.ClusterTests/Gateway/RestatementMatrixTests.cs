using System.Globalization;
using System.Text.Json;
using Archera.ClusterTests.Fixture;
using Archera.Contracts.Identity;
using Archera.Sandbox.Aws.Truth;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Aws.Worlds.Restatements;

namespace Archera.ClusterTests.Gateway;

/// <summary>
/// What AWS does to a bill that was shown already. Each time the new figures equal the bill, the old ones are what was
/// exported then to the byte, and the changes lead from one to the other.
/// </summary>
public sealed class RestatementMatrixTests(GatewayOnFleet gateway, ITestOutputHelper output)
    : IClassFixture<GatewayOnFleet>
{
    private const string NewService = "Amazon Textract";

    /// <summary>The day of a month from which the simulated AWS finalises the one before it.</summary>
    private const int FinalDay = 5;

    private TestFleet Fleet => gateway.Fleet;

    private string PayerId => Fleet.Payer(0).AccountId.Value;

    [Fact]
    public async Task Shows_every_restatement_before_after_and_as_of_the_day_before()
    {
        // All days lie in one month, and the next day, too.
        Fleet.MoveTo(Enumerable.Range(0, 31).Select(Fleet.Today.AddDays).First(day => day.Day is >= 15 and <= 25));
        var today = Fleet.Today;
        var key = await gateway.OnboardAsync(Fleet.Payer(0));
        Print("case", "before", "after", "as of the day before", "cause");

        await RestateAsync(
            key,
            today.AddDays(1),
            new Restated("more rows", today.AddDays(-2), AddRows, "late-usage"),
            new Restated("fewer rows", today.AddDays(-3), RemoveRow),
            new Restated("a removed service", today.AddDays(-4), RemoveService),
            new Restated("a negative credit", today.AddDays(-5), day => Change(day, -5.25m, "Credit"), "credit"),
            new Restated("another currency", today.AddDays(-6), ToEuro, "unknown"));
        await RestateAsync(
            key,
            today.AddDays(2),
            new Restated(
                "a change while paging", today.AddDays(-TestFleet.HistoryDays), OnceAPageIsRead, "late-usage"));
        var final = new DateOnly(today.Year, today.Month, FinalDay).AddMonths(1);
        await RestateAsync(key, final, new Restated("a month finalised", today.AddDays(-7), _ => { }));
        await RestateAsync(
            key,
            final.AddDays(1),
            new Restated("a refund after that", today.AddDays(-8), day => Change(day, -7m, "Refund"), "refund"));
    }

    private async Task RestateAsync(string key, DateOnly on, params Restated[] cases)
    {
        Fleet.MoveTo(on.AddDays(-1));
        await RefreshAsync(key);
        var before = new List<Shown>();
        foreach (var restated in cases)
            before.Add(await ShowAsync(key, restated.Day));
        Fleet.MoveTo(on);
        foreach (var restated in cases)
            restated.Restate(restated.Day);
        await RefreshAsync(key);
        var again = new List<Shown>();
        foreach (var restated in cases)
            again.Add(await ShowAsync(key, restated.Day));
        await RefreshAsync(key);

        foreach (var ((restated, shown), once) in cases.Zip(before).Zip(again))
        {
            var after = await ShowAsync(key, restated.Day);
            after.Csv.ShouldBe(once.Csv, restated.Name);
            var asOf = await ShowAsync(key, restated.Day, $"&asOf={on.AddDays(-1):yyyy-MM-dd}");
            ShouldEqualTruth(after, restated.Day);
            asOf.Csv.ShouldBe(shown.Csv, restated.Name);
            after.Csv.ShouldNotBe(shown.Csv, restated.Name);
            var causes = await ShouldLeadAsync(key, restated.Day, on.AddDays(-1), shown, after);
            if (restated.Cause is { } cause)
                causes.ShouldBe([cause], restated.Name);
            Print(restated.Name, shown.Figure, after.Figure, asOf.Figure, string.Join(", ", causes));
        }
    }

    /// <summary>The changes turn what was shown into what is shown; the causes that they name.</summary>
    private async Task<string[]> ShouldLeadAsync(string key, DateOnly day, DateOnly since, Shown before, Shown after)
    {
        var answer = await gateway.GetAsync(
            PathOf("costs/changes", day) + $"&since={since:yyyy-MM-dd}", key);
        answer.Status.ShouldBe(200, answer.Text);
        var led = new Dictionary<string, string?>(before.Cells);
        var rows = answer.Json.GetProperty("rows").EnumerateArray().ToArray();
        foreach (var row in rows)
        {
            var cell = CellOf(row);
            led.GetValueOrDefault(cell).ShouldBe(row.GetProperty("from").GetString());
            if (row.GetProperty("to").GetString() is { } to)
                led[cell] = to;
            else
                led.Remove(cell);
        }

        led.OrderBy(cell => cell.Key).ShouldBe(after.Cells.OrderBy(cell => cell.Key));
        return [.. rows.Select(row => row.GetProperty("cause").GetString()!).Distinct()];
    }

    private async Task RefreshAsync(string key)
    {
        var begun = await gateway.SendAsync("POST", $"/api/v1/payer-accounts/{Fleet.Payer(0)}/refresh", key);
        OperationId.TryParse(begun["id"], out var operation).ShouldBeTrue(begun.Text);
        await Fleet.EndAsync(gateway.TenantOf(key), operation);
    }

    private async Task<Shown> ShowAsync(string key, DateOnly day, string more = "")
    {
        var json = await gateway.GetAsync(PathOf("costs", day) + more, key);
        var csv = await gateway.GetAsync(PathOf("costs", day) + more + "&format=csv", key);
        (json.Status, csv.Status).ShouldBe((200, 200), json.Text + csv.Text);
        var rows = json.Json.GetProperty("rows").EnumerateArray().ToArray();
        var totals = json.Json.GetProperty("totals").EnumerateArray()
            .Select(total => $"{total.GetProperty("amount")} {total.GetProperty("currency")}");
        var estimated = rows.Any(row => row.GetProperty("estimated").GetBoolean()) ? ", estimated" : "";
        return new Shown(
            csv.Text,
            $"{string.Join(" + ", totals)} in {rows.Length} rows{estimated}",
            rows.ToDictionary(CellOf, row => row.GetProperty("amount").GetString()));
    }

    private void ShouldEqualTruth(Shown shown, DateOnly day)
    {
        var truth = CostTruth.Rows(
            Fleet.Aws.World,
            PayerId,
            day,
            day.AddDays(1),
            [TruthGrouping.Service, TruthGrouping.LinkedAccount],
            "UnblendedCost");
        shown.Cells.Select(cell => (cell.Key, decimal.Parse(cell.Value!, CultureInfo.InvariantCulture))).Order()
            .ShouldBe(truth.Select(row => (string.Join('|', row.Keys.Append(row.Currency)), row.Amount)).Order());
    }

    private void AddRows(DateOnly day)
    {
        Change(day, 1.10m, RecordTypes.Usage);
        Fleet.Aws.Restate(new Restatement(PayerId, day, "AWS Data Exchange", PayerId, 2.20m));
    }

    /// <summary>The first page of what is shown holds the first days: they were answered for already.</summary>
    private void OnceAPageIsRead(DateOnly day)
    {
        var isReading = false;
        Fleet.Datasets.IsUnreadable = read =>
        {
            isReading |= read.Dataset.Value == "CostByServiceAndAccount";
            return false;
        };
        Fleet.AwsCalls.Answered = attempt =>
        {
            if (!isReading || attempt.Operation != "GetCostAndUsage")
                return;
            Fleet.AwsCalls.Answered = _ => { };
            Change(day, 4.75m, RecordTypes.Usage);
        };
    }

    private void RemoveRow(DateOnly day) => Remove(
        day, Bill(day).GroupBy(charge => (charge.Service, charge.LinkedAccount)).First());

    private void RemoveService(DateOnly day) => Remove(
        day, Bill(day).GroupBy(charge => charge.Service).MaxBy(service => service.Count())!);

    private void Change(DateOnly day, decimal amount, string recordType) =>
        Fleet.Aws.Restate(new Restatement(PayerId, day, NewService, PayerId, amount, recordType));

    private void Remove(DateOnly day, IEnumerable<Charge> charges)
    {
        foreach (var charge in charges.ToArray())
            Restate(day, charge, null, null);
    }

    private void ToEuro(DateOnly day)
    {
        foreach (var charge in Bill(day).ToArray())
            Restate(day, charge, decimal.Round(charge.UnblendedCost * 0.9m, 2), "EUR");
    }

    private void Restate(DateOnly day, Charge charge, decimal? amount, string? currency) => Fleet.Aws.Restate(
        new Restatement(
            PayerId, day, charge.Service, charge.LinkedAccount, amount, charge.RecordType, currency));

    private IReadOnlyList<Charge> Bill(DateOnly day) => Fleet.Aws.World.Organizations[0].Bill.Day(day);

    private void Print(params string[] cells) => output.WriteLine(
        $"{cells[0],-20}| {cells[1],-46}| {cells[2],-46}| {cells[3],-46}| {cells[4]}");

    private static string PathOf(string report, DateOnly day) => FormattableString.Invariant(
        $"/api/v1/{report}?start={day:yyyy-MM-dd}&end={day.AddDays(1):yyyy-MM-dd}&groupBy=Service,LinkedAccount");

    private static string CellOf(JsonElement row) => string.Join(
        '|',
        row.GetProperty("keys").EnumerateArray().Append(row.GetProperty("currency")).Select(key => key.GetString()));

    private sealed record Restated(string Name, DateOnly Day, Action<DateOnly> Restate, string? Cause = null);

    private sealed record Shown(string Csv, string Figure, Dictionary<string, string?> Cells);
}
