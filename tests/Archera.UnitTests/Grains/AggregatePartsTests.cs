using Archera.Contracts.Refresh;
using Archera.Grains.Refresh;
using Archera.Grains.Reports;
using CsCheck;

namespace Archera.UnitTests.Grains;

public sealed class AggregatePartsTests
{
    [Fact]
    public void Join_to_the_whole_in_any_order_and_with_repeats() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[1, 40], Gen.Int[0, 1000]).Sample((content, size, seed) =>
        {
            var whole = Rows.Read(1, content);
            var parts = AggregateParts.Split(whole, size).ToArray();
            parts.ShouldAllBe(part => part.Content.Length <= size);
            new Random(seed).Shuffle(parts);

            var arriving = parts.Length > 1 ? parts.SelectMany(part => new[] { part, part }) : parts;
            var joined = Join(new PartJoiner(), arriving);

            joined.Where(Is).Select(aggregate => aggregate!.Content).ShouldHaveSingleItem().ShouldBe(content);
        });

    [Fact]
    public void Of_different_stamps_never_meet()
    {
        var older = AggregateParts.Split(Rows.Read(1, [1, 2, 3, 4]), 2);
        var newer = AggregateParts.Split(Rows.Read(2, [5, 6, 7, 8]), 2);
        var joiner = new PartJoiner();

        Join(joiner, [older[0], newer[0], older[1]]).Where(Is).ShouldBeEmpty();
        Join(joiner, [newer[1]]).Single()!.Content.ShouldBe([5, 6, 7, 8]);
        joiner.Bytes.ShouldBe(0);
    }

    [Fact]
    public void Are_dropped_when_the_whole_has_not_the_hash()
    {
        var parts = AggregateParts.Split(Rows.Read(1, [1, 2, 3, 4]), 2);
        var joiner = new PartJoiner();
        joiner.Add(parts[0] with { Content = [9, 9] }, out _);

        joiner.Add(parts[1], out var dropped).ShouldBeNull();

        dropped.ShouldBe("damaged");
    }

    [Fact]
    public void Wait_only_so_many()
    {
        var joiner = new PartJoiner(maxPartitions: 2);
        var waiting = Enumerable.Range(1, 3).Select(day => AggregateParts.Split(
            Rows.Read(1, [1, 2, 3, 4]) with { Partition = Rows.Partition with { Day = new(2026, 3, day) } }, 2)[0]);

        Join(joiner, waiting);

        joiner.Bytes.ShouldBe(4);
    }

    private static List<UsageAggregate?> Join(PartJoiner joiner, IEnumerable<UsageAggregate> parts) =>
        [.. parts.Select(part => joiner.Add(part, out _))];

    private static bool Is(UsageAggregate? joined) => joined is not null;
}
