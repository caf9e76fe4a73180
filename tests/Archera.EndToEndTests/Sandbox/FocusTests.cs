using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Archera.EndToEndTests.Processes;

namespace Archera.EndToEndTests.Sandbox;

[Collection(WholeSystem.Name)]
public sealed class FocusTests
{
    private const string Sample = "../shared/data/focus/aws-2024-09-01-to-15.csv.gz";

    [Fact]
    public async Task Answers_for_a_real_bill_to_the_last_decimal_and_ends_on_ctrl_c()
    {
        var file = FindSample();
        Assert.SkipWhen(file is null, $"{Sample} is not beside the repository.");
        using var folder = new TemporaryFolder();
        var info = folder.Under("info.json");

        await using var sandbox = SandboxProgram.Start("--focus", file, "--info", info);
        await sandbox.LineAsync("Ctrl-C ends the sandbox");
        using var written = JsonDocument.Parse(
            await File.ReadAllTextAsync(info, TestContext.Current.CancellationToken));
        var costs = await AskAsync(
            written.RootElement, "start=2024-09-01&end=2024-09-16&granularity=Daily&metric=UnblendedCost");

        costs.GetProperty("totals")[0].GetProperty("amount").GetString().ShouldBe("5.17815854160");
        costs.GetProperty("completeness").GetProperty("isComplete").GetBoolean().ShouldBeTrue();
        sandbox.Log.ShouldMatch("focus .* 1 .* 53 .* 2024-09-01 to 2024-09-15 .* 5.17815854160 USD .* 15 of 15");
        (await sandbox.InterruptAsync()).ShouldBe(0, sandbox.Log);
    }

    private static async Task<JsonElement> AskAsync(JsonElement info, string query)
    {
        var tenant = info.GetProperty("tenants").EnumerateArray().Single();
        tenant.GetProperty("name").GetString().ShouldBe("focus");
        using var http = new HttpClient { BaseAddress = new Uri(info.GetProperty("gateway").GetString()!) };
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", tenant.GetProperty("key").GetString());
        return await http.GetFromJsonAsync<JsonElement>(
            $"/api/v1/costs?{query}", TestContext.Current.CancellationToken);
    }

    /// <summary>Looks upwards, because tests run deep in the artifacts folder.</summary>
    private static string? FindSample()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.GetFullPath(Path.Combine(folder.FullName, Sample));
            if (File.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
