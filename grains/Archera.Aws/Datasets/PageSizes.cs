namespace Archera.Aws.Datasets;

/// <summary>
/// What reads took. AWS publishes no page size: how many rows fit on a page shows on the pages that another followed.
/// </summary>
/// <param name="Days">Days that came whole.</param>
/// <param name="Rows">The rows of those days.</param>
/// <param name="Pages">Pages that were asked for.</param>
/// <param name="FullPages">Those that another followed.</param>
/// <param name="FullRows">The rows on them.</param>
public readonly record struct PageSizes(long Days, long Rows, long Pages, long FullPages, long FullRows)
{
    public static PageSizes operator +(PageSizes left, PageSizes right) => new(
        left.Days + right.Days,
        left.Rows + right.Rows,
        left.Pages + right.Pages,
        left.FullPages + right.FullPages,
        left.FullRows + right.FullRows);
}
