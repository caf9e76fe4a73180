using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Archera.EndToEndTests.Processes;
using Archera.EndToEndTests.Sandbox;

namespace Archera.EndToEndTests.Custody;

/// <summary>What somebody finds who copies the silo's files while it runs, and who reads its finest log.</summary>
[Collection(WholeSystem.Name)]
public sealed class DataAtRestTests : IDisposable
{
    private static readonly Dictionary<string, string> Talkative = new()
    {
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
    };

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Shows_no_external_id_role_service_or_amount_of_a_connected_account()
    {
        var info = _folder.Under("info.json");
        await using var sandbox = SandboxProgram.Start(Talkative, [
            "--tenants", "1", "--payers", "2", "--linked", "2", "--services", "6", "--days", "20",
            "--data", _folder.Path, "--info", info]);
        await sandbox.LineAsync("Ctrl-C ends the sandbox");
        var world = JsonNode.Parse(await File.ReadAllTextAsync(info, Token))!;
        var payers = world["tenants"]!.AsArray().SelectMany(tenant => tenant!["payerAccounts"]!.AsArray()).ToArray();
        var externalIds = payers.Select(payer => (string)payer!["externalId"]!).ToArray();
        string[] secrets =
        [
            .. externalIds, .. payers.Select(payer => (string)payer!["roleArn"]!), .. await FiguresAsync(world),
        ];
        secrets.Length.ShouldBeGreaterThan(50);

        var files = FilesIn("silo");

        files.Names.ShouldContain("archera.db-wal");
        files.FirstOf(secrets).ShouldBeNull();
        // The search finds what is there: customers keep their ids in a file of their own.
        FilesIn("").FirstOf(externalIds).ShouldNotBeNull();
        sandbox.Lines.ShouldContain(line => line.StartsWith("trce:", StringComparison.Ordinal));
        externalIds.ShouldAllBe(id => !sandbox.Log.Contains(id, StringComparison.Ordinal));
    }

    private ReadableFiles FilesIn(string folder) => ReadableFiles.Copy(_folder.Under(folder));

    /// <summary>The services and amounts that the API answers, amounts that no chance would write.</summary>
    private static async Task<IEnumerable<string>> FiguresAsync(JsonNode world)
    {
        using var api = new HttpClient { BaseAddress = new Uri((string)world["gateway"]!) };
        api.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", (string)world["tenants"]![0]!["key"]!);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var answer = await api.GetStringAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"/api/v1/costs?start={today.AddDays(-15):yyyy-MM-dd}&end={today:yyyy-MM-dd}&granularity=Daily"
                + $"&metric=UnblendedCost&groupBy=Service"),
            Token);
        var rows = JsonNode.Parse(answer)!["rows"]!.AsArray();
        return rows.Select(row => (string)row!["keys"]![0]!)
            .Concat(rows.Select(row => (string)row!["amount"]!).Where(amount => amount.Length >= 8))
            .Distinct();
    }
}
