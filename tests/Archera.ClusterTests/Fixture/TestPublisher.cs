using Archera.Contracts.Refresh;
using Archera.Grains.Refresh;

namespace Archera.ClusterTests.Fixture;

/// <summary>The stream as the test wants it: <see cref="Deliver"/> says what becomes of each part.</summary>
public sealed class TestPublisher
{
    private Action<UsageAggregate> _seen = _ => { };

    /// <summary>Given a part and the way on to the real stream; by default it goes on once.</summary>
    public Func<UsageAggregate, Func<UsageAggregate, Task>, Task> Deliver { get; set; } = (part, send) => send(part);

    /// <summary>Armed before what it waits for: completes when such a part is given to <see cref="Deliver"/>.</summary>
    public Task Given(Predicate<UsageAggregate> which)
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _seen = part =>
        {
            if (which(part))
                sent.TrySetResult();
        };
        return sent.Task.WaitAsync(TestFleet.Patience, TestContext.Current.CancellationToken);
    }

    public IAggregatePublisher For(IAggregatePublisher real) => new Decorator(this, real);

    private sealed class Decorator(TestPublisher shared, IAggregatePublisher real) : IAggregatePublisher
    {
        public async Task PublishAsync(UsageAggregate part, CancellationToken cancellationToken)
        {
            shared._seen(part);
            await shared.Deliver(part, sent => real.PublishAsync(sent, cancellationToken));
        }
    }
}
