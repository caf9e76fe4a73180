using Archera.Contracts.Accounts;

namespace Archera.Gateway.Accounts;

/// <param name="Dataset">The dataset's name.</param>
/// <param name="AsOf">When the oldest partition that is still re-read was last read, UTC; null before the first
/// read.</param>
/// <param name="NextRunAt">When it is read next, UTC.</param>
/// <param name="Late">How many partitions are due and not read.</param>
public sealed record DatasetResource(string Dataset, DateTime? AsOf, DateTime? NextRunAt, int Late)
{
    internal static DatasetResource Of(DatasetStatus status) => new(
        status.Dataset.Value, status.AsOf?.UtcDateTime, status.NextRunAt?.UtcDateTime, status.Late);
}
