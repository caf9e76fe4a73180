using Archera.Gateway.Cluster;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Archera.UnitTests.Gateway;

public sealed class ConnectionRetryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waits_a_minute_for_the_first_silo_and_then_gives_up()
    {
        var time = new FakeTimeProvider();
        var started = time.GetUtcNow();
        var retry = new ConnectionRetry(time, NullLogger<ConnectionRetry>.Instance);

        Task<bool> decided;
        while (!(decided = retry.ShouldRetryConnectionAttempt(new TimeoutException(), Cancel)).IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            (await decided).ShouldBeTrue();
        }

        (await decided).ShouldBeFalse();
        (time.GetUtcNow() - started).ShouldBe(TimeSpan.FromMinutes(1));
    }
}
