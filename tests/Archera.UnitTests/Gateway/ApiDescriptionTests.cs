using System.Text.RegularExpressions;
using Archera.Gateway.Problems;
using static System.StringComparison;

namespace Archera.UnitTests.Gateway;

public sealed class ApiDescriptionTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task Is_the_committed_docs_openapi_json()
    {
        var answer = await gateway.GetAsync("/openapi/v1.json", key: null);

        answer.Status.ShouldBe(200, answer.Text);
        Snapshot.Match("docs/openapi.json", answer.Text);
    }

    [Fact]
    public async Task Describes_every_route_with_its_problems_and_keys()
    {
        var description = GatewayFixture.Parse((await gateway.GetAsync("/openapi/v1.json", key: null)).Text);

        var routes = description.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => (Path: path.Name, method.Value)))
            .ToArray();
        routes.Length.ShouldBe(41);
        foreach (var (path, operation) in routes.Where(route => route.Path.StartsWith("/api/v1", Ordinal)))
        {
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(path);
            operation.GetProperty("security").GetArrayLength().ShouldBe(1, path);
            foreach (var status in new[] { "400", "401", "403", "500", "503" })
                operation.GetProperty("responses").TryGetProperty(status, out _).ShouldBeTrue($"{path} {status}");
        }
    }

    [Theory]
    [InlineData("post", "/api/v1/payer-accounts/{payerAccount}/verification")]
    [InlineData("post", "/api/v1/payer-accounts/{payerAccount}/refresh")]
    [InlineData("post", "/api/v1/operator/tenants/{tenantId}/keys")]
    public async Task A_route_without_a_body_is_described_with_the_413_that_it_answers(string method, string path)
    {
        var description = GatewayFixture.Parse((await gateway.GetAsync("/openapi/v1.json", key: null)).Text);

        var operation = description.GetProperty("paths").GetProperty(path).GetProperty(method);
        operation.GetProperty("responses").TryGetProperty("413", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Words_are_described_on_one_line_however_they_were_wrapped()
    {
        var description = await gateway.GetAsync("/openapi/v1.json", key: null);

        description.Text.ShouldNotContain(@"\n  ");
    }

    [Fact]
    public async Task Every_problem_has_a_page_with_a_remedy()
    {
        foreach (var type in ProblemCatalogue.Types)
        {
            var answer = await gateway.GetAsync(type.Type, key: null);

            answer.Status.ShouldBe(200);
            answer.Text.ShouldContain(type.Code);
            type.Remedy.ShouldNotBeNullOrEmpty();
        }

        (await gateway.GetAsync("/problems/made-up", key: null)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_page_loads_nothing_from_outside()
    {
        var page = await gateway.GetAsync("/api/docs/", key: null);

        page.Status.ShouldBe(200);
        page.MediaType.ShouldBe("text/html");
        Loads(page.Text).ShouldAllBe(address => !address.Contains("//"));
        page.Text.ShouldContain("\"withDefaultFonts\":false");
        page.Text.ShouldContain("\"telemetry\":false");
        page.Text.ShouldContain("\"showDeveloperTools\":\"never\"");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldNotContain("http");
        policy.ShouldNotContain("*");
        policy.ShouldContain("connect-src 'self';");
        policy.ShouldNotContain("script-src 'self' 'unsafe-inline'");
    }

    /// <summary>Everything that a browser fetches because the page names it.</summary>
    private static IEnumerable<string> Loads(string html) =>
        Regex.Matches(html, """(?:src|href)\s*=\s*["']([^"']+)["']""").Select(match => match.Groups[1].Value);
}
