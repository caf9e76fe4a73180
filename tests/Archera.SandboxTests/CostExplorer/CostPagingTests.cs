using System.Globalization;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.Sandbox.Aws.Truth;
using Archera.Sandbox.Aws.Worlds;
using CsCheck;

namespace Archera.SandboxTests.CostExplorer;

public sealed class CostPagingTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    private static readonly Dictionary<TruthGrouping, string> Dimensions = new()
    {
        [TruthGrouping.Service] = "SERVICE",
        [TruthGrouping.LinkedAccount] = "LINKED_ACCOUNT",
        [TruthGrouping.RecordType] = "RECORD_TYPE",
        [TruthGrouping.Region] = "REGION",
        [TruthGrouping.UsageType] = "USAGE_TYPE",
    };

    private static readonly Gen<Request> Requests = Gen.Select(
        Gen.Int[1, 50], Gen.Int[1, 6], Gen.Int[1, 20], Gen.Int[1, 60], Gen.Int[2, 300], Gen.Int[1, 40],
        Gen.Shuffle(Enum.GetValues<TruthGrouping>(), 0, 2),
        (seed, linked, services, page, start, days, by) => new Request(seed, linked, services, page, start, days, by));

    [Fact]
    public void All_pages_together_are_the_truth()
    {
        Requests.Sample(
            request =>
            {
                var world = AwsWorld.Generate(new GeneratedWorldOptions
                {
                    Payers = 1,
                    LinkedPerPayer = request.Linked,
                    Services = request.Services,
                    Seed = request.Seed,
                    FirstDay = Today.AddDays(-200),
                });
                var payer = world.Organizations[0].PayerAccountId;
                var start = Today.AddDays(-request.Start);
                var end = Min(start.AddDays(request.Days), Today);
                var calls = new CostExplorerCalls(
                    world, Today, new CostExplorerOptions { GroupsPerPage = request.PageSize }, request.Seed);

                var input = CostExplorerCalls.Request(
                    Iso(start), Iso(end), [.. request.By.Select(by => Dimensions[by])]);
                var read = calls.Pages(payer, input).SelectMany(page => Cells(page, request.By.Length > 0)).ToList();

                read.Select(cell => cell.Key).ShouldBeUnique();
                var expected = CostTruth.Rows(world, payer, start, end, request.By)
                    .ToDictionary(
                        row => $"{Iso(row.Day)} {string.Join('|', row.Keys)} {row.Metric} {row.Currency}",
                        row => row.Amount);
                if (request.By.Length == 0)
                    read.RemoveAll(cell => cell.Value == 0 && !expected.ContainsKey(cell.Key));
                read.ToDictionary().ShouldBe(expected, ignoreOrder: true);
            },
            iter: 60);
    }

    private static IEnumerable<KeyValuePair<string, decimal>> Cells(JsonObject page, bool grouped)
    {
        foreach (var result in page["ResultsByTime"]!.AsArray())
        {
            var day = (string)result!["TimePeriod"]!["Start"]!;
            var groups = grouped
                ? result["Groups"]!.AsArray()
                    .Select(group => (string.Join('|', group!["Keys"]!.AsArray()), group["Metrics"]!))
                : [("", result["Total"]!)];
            foreach (var (keys, metrics) in groups)
                foreach (var (metric, value) in metrics.AsObject())
                    yield return new(
                        $"{day} {keys} {metric} {(string)value!["Unit"]!}",
                        decimal.Parse((string)value["Amount"]!, NumberStyles.Float, CultureInfo.InvariantCulture));
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Min(DateOnly left, DateOnly right) => left < right ? left : right;

    private sealed record Request(
        int Seed, int Linked, int Services, int PageSize, int Start, int Days, TruthGrouping[] By);
}
