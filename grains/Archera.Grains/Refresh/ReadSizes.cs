using Archera.Aws.Datasets;

namespace Archera.Grains.Refresh;

/// <summary>
/// What reads took so far: how many rows a day has, and how many of them AWS puts on a page. Older reads count ever
/// less, so that it follows what AWS does now.
/// </summary>
/// <param name="Days">Days that came whole.</param>
/// <param name="Rows">The rows of those days.</param>
/// <param name="FullPages">Pages that another followed.</param>
/// <param name="FullRows">The rows on them.</param>
[GenerateSerializer, Immutable, Alias("archera.state.ReadSizes")]
public readonly record struct ReadSizes(
    [property: Id(0)] long Days,
    [property: Id(1)] long Rows,
    [property: Id(2)] long FullPages,
    [property: Id(3)] long FullRows)
{
    /// <summary>So many days or pages are remembered at most: from then on all counts are halved.</summary>
    public const int Memory = 4_000;

    public ReadSizes Add(PageSizes read)
    {
        var sum = new ReadSizes(
            Days + read.Days, Rows + read.Rows, FullPages + read.FullPages, FullRows + read.FullRows);
        return sum.Days <= Memory && sum.FullPages <= Memory
            ? sum
            : new ReadSizes(sum.Days / 2, sum.Rows / 2, sum.FullPages / 2, sum.FullRows / 2);
    }
}
