using System.Net.Sockets;
using System.Text;
using Orleans.Storage;

namespace Archera.UnitTests.Gateway;

public sealed class FailureTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    public static TheoryData<Exception> Silences =>
    [
        new TimeoutException("no answer from arn:secret"),
        new OrleansException("no silo"),
        new SiloUnavailableException("gone"),
        new InconsistentStateException("two writers"),
        new TaskCanceledException("too slow"),
    ];

    [Theory]
    [MemberData(nameof(Silences), DisableDiscoveryEnumeration = true)]
    public async Task A_cluster_that_does_not_answer_is_503_with_when_to_come_back(Exception silence)
    {
        gateway.ClusterThrows = () => silence;

        var answer = await gateway.GetAsync("/api/v1/payer-accounts", GatewayFixture.TenantKey);

        (answer.Status, answer.Code).ShouldBe((503, "unavailable"));
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        answer.Text.ShouldNotContain(silence.Message);
    }

    [Fact]
    public async Task A_fault_of_ours_is_500_without_a_word_of_the_exception()
    {
        gateway.ClusterThrows = () => new InvalidOperationException("secret words");

        var answer = await gateway.GetAsync("/api/v1/payer-accounts", GatewayFixture.TenantKey);

        (answer.Status, answer.Code, answer.MediaType).ShouldBe((500, "internal-error", "application/problem+json"));
        answer.Text.ShouldNotContain("secret words");
        answer.TraceId.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_fault_of_ours_is_logged_with_the_endpoint_that_failed()
    {
        gateway.ClusterThrows = () => new InvalidOperationException("secret words");

        await gateway.GetAsync("/api/v1/payer-accounts", GatewayFixture.TenantKey);

        gateway.Log.Lines.ShouldContain("HTTP: GET /api/v1/payer-accounts/ => ListAsync failed");
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_400_and_named()
    {
        var address = gateway.Http.BaseAddress!;
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        var request = $"POST /api/v1/payer-accounts HTTP/1.1\r\nHost: {address.Authority}\r\n"
            + $"Authorization: Bearer {GatewayFixture.TenantKey.Reveal()}\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nno chunk\r\n";

        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        answer.ShouldStartWith("HTTP/1.1 400 ");
        answer.ShouldContain("The body could not be read.");
    }
}
