using Archera.Grains.Refresh;

namespace Archera.UnitTests.Grains;

public sealed class StampsTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_000);

    [Theory]
    [InlineData(0, 1_000)]
    [InlineData(999, 1_000)]
    [InlineData(1_000, 1_001)]
    [InlineData(5_000, 5_001)]
    public void Raises_the_epoch_above_the_stored_one_and_never_below_the_clock(long stored, long next) =>
        Stamps.NextEpoch(stored, Now).ShouldBe(next);
}
