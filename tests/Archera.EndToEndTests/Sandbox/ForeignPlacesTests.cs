using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Archera.EndToEndTests.Processes;

namespace Archera.EndToEndTests.Sandbox;

/// <summary>
/// The same system in other time zones and languages: a figure is the same to the byte wherever it runs.
/// </summary>
[Collection(WholeSystem.Name)]
public sealed class ForeignPlacesTests
{
    private static readonly string[] World =
    [
        "--tenants", "1", "--payers", "1", "--linked", "3", "--services", "6", "--days", "30", "--seed", "7",
        "--today", "2026-04-02",
    ];

    private static readonly string[] Exports =
    [
        "costs?start=2026-03-01&end=2026-04-02&groupBy=Service,LinkedAccount&metric=NetAmortizedCost",
        "costs?start=2026-03-01&end=2026-04-02&groupBy=RecordType&granularity=Monthly",
        "costs?start=2026-03-01&end=2026-04-02&groupBy=UsageType",
        "costs?start=2026-03-01&end=2026-04-02&groupBy=Region&metric=UnblendedCost",
    ];

    [Fact]
    public async Task Exports_are_the_same_to_the_byte()
    {
        var plain = await ExportAsync("UTC", "C.UTF-8");
        var auckland = await ExportAsync("Pacific/Auckland", "de_DE.UTF-8");
        var losAngeles = await ExportAsync("America/Los_Angeles", "tr_TR.UTF-8");

        plain.Length.ShouldBeGreaterThan(10_000);
        auckland.ShouldBe(plain);
        losAngeles.ShouldBe(plain);
    }

    private static async Task<string> ExportAsync(string zone, string language)
    {
        using var folder = new TemporaryFolder();
        var info = folder.Under("info.json");
        var place = new Dictionary<string, string> { ["TZ"] = zone, ["LANG"] = language, ["LC_ALL"] = language };
        await using var sandbox = SandboxProgram.Start(place, [.. World, "--info", info]);
        await sandbox.LineAsync("Ctrl-C ends the sandbox");
        using var written = JsonDocument.Parse(
            await File.ReadAllTextAsync(info, TestContext.Current.CancellationToken));
        using var http = new HttpClient
        {
            BaseAddress = new Uri(written.RootElement.GetProperty("gateway").GetString()!),
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", written.RootElement.GetProperty("tenants")[0].GetProperty("key").GetString());
        var sheets = new StringBuilder();
        foreach (var export in Exports)
        {
            var bytes = await http.GetByteArrayAsync(
                $"/api/v1/{export}&format=csv&requireComplete=true", TestContext.Current.CancellationToken);
            sheets.Append(Encoding.Latin1.GetString(bytes));
        }

        return sheets.ToString();
    }
}
