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
}
