using Archera.Sandbox.Aws.Faults;
using CsCheck;

namespace Archera.SandboxTests.Faults;

public sealed class ShuffledBlocksTests
{
    [Fact]
    public void Holds_the_share_over_every_whole_number_of_blocks() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[1, 20], Gen.Int).Sample((percent, blocks, seed) =>
        {
            var share = percent / 100m;
            var draws = new ShuffledBlocks(share, seed, "stream");

            var hits = Enumerable.Range(0, blocks * ShuffledBlocks.Length).Count(_ => draws.Next());

            return hits == decimal.Floor(blocks * ShuffledBlocks.Length * share);
        });

    [Fact]
    public void Draws_the_same_again_for_the_same_seed_and_another_order_for_another_stream()
    {
        Draw(7, "a").ShouldBe(Draw(7, "a"));
        Draw(7, "a").ShouldNotBe(Draw(7, "b"));
        Draw(7, "a").ShouldNotBe(Draw(8, "a"));

        static List<bool> Draw(int seed, string stream)
        {
            var draws = new ShuffledBlocks(0.5m, seed, stream);
            return [.. Enumerable.Range(0, 200).Select(_ => draws.Next())];
        }
    }
}
