using Archera.Aws.Throttling;
using Microsoft.Extensions.Time.Testing;

namespace Archera.UnitTests.Aws.Throttling;

public sealed class BudgetRateLimiterTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Grants_a_burst_and_then_lets_callers_wait_in_turn()
    {
        using var limiter = Limiter(maxWaiting: 10);
        var order = new List<int>();
        var calls = Enumerable.Range(0, 5).Select(async number =>
        {
            using var lease = await limiter.AcquireAsync(1, Cancellation);
            lease.IsAcquired.ShouldBeTrue();
            order.Add(number);
        }).ToList();
        order.ShouldBe([0, 1]);

        for (var served = 3; served <= 5; served++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(499));
            order.Count.ShouldBe(served - 1);
            _time.Advance(TimeSpan.FromMilliseconds(1));
            await calls[served - 1];
        }

        order.ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public async Task Refuses_when_too_many_wait()
    {
        using var limiter = Limiter(maxWaiting: 1);
        await limiter.AcquireAsync(1, Cancellation);
        await limiter.AcquireAsync(1, Cancellation);
        var waiting = limiter.AcquireAsync(1, Cancellation).AsTask();

        using var refused = await limiter.AcquireAsync(1, Cancellation);

        refused.IsAcquired.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(500));
        (await waiting).IsAcquired.ShouldBeTrue();
    }

    [Fact]
    public async Task A_caller_that_leaves_gives_up_its_turn()
    {
        using var limiter = Limiter(maxWaiting: 10);
        await limiter.AcquireAsync(1, Cancellation);
        await limiter.AcquireAsync(1, Cancellation);
        using var leaves = new CancellationTokenSource();
        var leaving = limiter.AcquireAsync(1, leaves.Token).AsTask();
        var staying = limiter.AcquireAsync(1, Cancellation).AsTask();

        await leaves.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(leaving);
        _time.Advance(TimeSpan.FromMilliseconds(500));
        (await staying).IsAcquired.ShouldBeTrue();
    }

    private BudgetRateLimiter Limiter(int maxWaiting) =>
        new(new RequestQuota(TimeSpan.FromMilliseconds(500), 2), maxWaiting, _time);
}
