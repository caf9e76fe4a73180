using Archera.Contracts.Identity;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;

namespace Archera.UnitTests.Grains;

public sealed class RefreshBookTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly DatasetName Dataset = Rows.Partition.Dataset;
    private static readonly DatePeriod Days = DatePeriod.OfDay(new DateOnly(2026, 3, 10));

    private static readonly LateReason Asked = new("unreachable", "Words.");
    private static readonly LateReason NotAsked = Asked with { RestFirst = TimeSpan.FromSeconds(30) };

    [Fact]
    public void Waits_longer_after_each_attempt()
    {
        NextTryAfter(Asked).ShouldBe(Now.AddMinutes(5));
        NextTryAfter(Asked, Asked).ShouldBe(Now.AddMinutes(10));
    }

    [Fact]
    public void Waits_no_longer_for_a_try_that_asked_nothing()
    {
        NextTryAfter(NotAsked).ShouldBe(Now.AddSeconds(30));
        NextTryAfter(Asked, NotAsked, NotAsked).ShouldBe(Now.AddSeconds(30));
        NextTryAfter(Asked, NotAsked, NotAsked, Asked).ShouldBe(Now.AddMinutes(10));
    }

    private static DateTimeOffset? NextTryAfter(params LateReason[] tries) => tries
        .Aggregate(new RefreshBook(), (book, reason) => book.Failed(Dataset, Days, reason, Now))
        .LateOf(Dataset).ShouldHaveSingleItem().Read.NextTryAt;
}
