using Archera.Gateway.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace Archera.UnitTests.Gateway;

public sealed class HealthTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task Alive_needs_nothing()
    {
        var answer = await gateway.GetAsync("/healthz", key: null);

        (answer.Status, answer.Text).ShouldBe((200, "alive\n"));
    }

    [Fact]
    public async Task Ready_has_a_line_of_JSON_for_each_dependency_and_reports_a_redirected_AWS()
    {
        var answer = await gateway.GetAsync("/readyz", key: null);

        answer.Status.ShouldBe(200);
        answer.Text.ShouldBe(
            """
            {"name":"aws-endpoint","ready":true,"detail":"overridden: http://127.0.0.1:5555"}
            {"name":"gateway","ready":true,"detail":"serving"}

            """);
    }

    [Fact]
    public async Task A_dependency_that_throws_is_not_ready_and_its_message_stays_inside()
    {
        var lines = await Report(new Dependency(_ => throw new InvalidOperationException("AccountKey=secret")), new())
            .AskAsync(TestContext.Current.CancellationToken);

        lines[^1].ShouldBe(new ReadinessLine("storage", Ready: false, "failed with InvalidOperationException"));
    }

    [Fact]
    public async Task A_dependency_that_hangs_is_not_ready_after_three_seconds()
    {
        var time = new FakeTimeProvider();
        var asked = Report(new Dependency(_ => new TaskCompletionSource<ReadinessResult>().Task), time)
            .AskAsync(TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromSeconds(3));

        (await asked)[^1].ShouldBe(new ReadinessLine("storage", Ready: false, "no answer within 3 s"));
    }

    private static ReadinessReport Report(IReadinessCheck check, FakeTimeProvider time) =>
        new([check], new ConfigurationBuilder().Build(), time);

    private sealed class Dependency(Func<CancellationToken, Task<ReadinessResult>> check) : IReadinessCheck
    {
        public string Name => "storage";

        public Task<ReadinessResult> CheckAsync(CancellationToken cancellationToken) => check(cancellationToken);
    }
}
