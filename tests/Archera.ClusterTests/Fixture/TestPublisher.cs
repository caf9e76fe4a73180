using Archera.Contracts.Refresh;
using Archera.Grains.Refresh;

namespace Archera.ClusterTests.Fixture;

/// <summary>The stream as the test wants it: <see cref="Deliver"/> says what becomes of each part.</summary>
public sealed class TestPublisher
{
    /// <summary>Given a part and the way on to the real stream; by default it goes on once.</summary>
    public Func<UsageAggregate, Func<UsageAggregate, Task>, Task> Deliver { get; set; } = (part, send) => send(part);

    public IAggregatePublisher For(IAggregatePublisher real) => new Decorator(this, real);

    private sealed class Decorator(TestPublisher shared, IAggregatePublisher real) : IAggregatePublisher
    {
        public Task PublishAsync(string reportKey, UsageAggregate part, CancellationToken cancellationToken) =>
            shared.Deliver(part, sent => real.PublishAsync(reportKey, sent, cancellationToken));
    }
}
