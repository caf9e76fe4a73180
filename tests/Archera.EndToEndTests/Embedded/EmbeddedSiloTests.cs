using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Archera.EndToEndTests.Processes;

namespace Archera.EndToEndTests.Embedded;

/// <summary>The silo as somebody starts it who has read nothing: no settings, an empty directory.</summary>
public sealed class EmbeddedSiloTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Starts_in_an_empty_directory_answers_and_ends_when_told_to()
    {
        await using var silo = Start();
        using var http = await ConnectAsync(silo);

        var ready = await http.GetAsync("/readyz", TestContext.Current.CancellationToken);
        var lines = await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        ready.StatusCode.ShouldBe(HttpStatusCode.OK, lines);
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => (string?)JsonNode.Parse(line)!["name"]).Order()
            .ShouldBe(["gateway", "keys", "membership", "reminders", "storage"]);
        silo.Lines.ShouldContain(line => line.Contains(OperatorKeyFile, StringComparison.Ordinal));
        silo.Log.ShouldNotContain(ReadOperatorKey());
        (await silo.TerminateAsync()).ShouldBe(0, silo.Log);
        Directory.GetFiles(_folder.Under("archera-data")).Select(Path.GetFileName).Order()
            .ShouldBe(["archera.db", "lock", "operator.key"]);
    }

    [Fact]
    public async Task Refuses_a_second_process_on_the_same_directory_in_one_line()
    {
        await using var first = Start();
        await first.AddressAsync();

        await using var second = Start();

        (await second.ExitAsync()).ShouldBe(1);
        second.Lines.ShouldHaveSingleItem().ShouldContain("is in use by another Archera process");
    }

    [Theory]
    [InlineData("Data directory", false)]
    [InlineData("Data directory", true)]
    [InlineData("Silo starting|Starting silo|SiloLifecycle", false)]
    public async Task Ends_with_0_when_it_is_told_to_stop_while_it_starts(string line, bool byKeyboard)
    {
        await using var silo = Start("--Logging:LogLevel:Orleans", "Information");
        await silo.LineAsync(line);

        var code = byKeyboard ? await silo.InterruptAsync() : await silo.TerminateAsync();

        code.ShouldBe(0, silo.Log);
        silo.Log.ShouldNotContain("fail: ");
    }

    [Fact]
    public async Task Tells_how_it_is_used_and_makes_nothing()
    {
        await using var silo = Start("--help");

        (await silo.ExitAsync()).ShouldBe(0, silo.Log);

        silo.Output.First().ShouldStartWith("Usage: Archera.Silo");
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_what_it_has_acknowledged_when_it_is_killed()
    {
        await using (var killed = Start())
        {
            using var http = await ConnectAsync(killed);
            var made = await http.PostAsJsonAsync(
                "/api/v1/operator/tenants", new { name = "Kept" }, TestContext.Current.CancellationToken);
            made.StatusCode.ShouldBe(HttpStatusCode.Created);
            await killed.KillAsync();
        }

        await using var restarted = Start();
        using var again = await ConnectAsync(restarted);

        var listed = await again.GetStringAsync("/api/v1/operator/tenants", TestContext.Current.CancellationToken);
        listed.ShouldContain("Kept");
    }

    private string OperatorKeyFile => _folder.Under("archera-data/operator.key");

    private ProgramProcess Start(params string[] options) =>
        BuiltProgram.Start("Archera.Silo", ["--urls", "http://127.0.0.1:0", .. options], folder: _folder.Path);

    private async Task<HttpClient> ConnectAsync(ProgramProcess silo)
    {
        var http = new HttpClient { BaseAddress = await silo.AddressAsync() };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ReadOperatorKey());
        return http;
    }

    private string ReadOperatorKey() => File.ReadAllText(OperatorKeyFile).Trim();
}
