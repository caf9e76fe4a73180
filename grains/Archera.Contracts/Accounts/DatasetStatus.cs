using Archera.Contracts.Identity;

namespace Archera.Contracts.Accounts;

/// <param name="AsOf">When the oldest partition that is still re-read was last read, by the billing clock; null before
/// the first read.</param>
/// <param name="NextRunAt">When the dataset is read next.</param>
/// <param name="Late">How many partitions are due and not read.</param>
[GenerateSerializer, Immutable, Alias("archera.DatasetStatus")]
public sealed record DatasetStatus(
    [property: Id(0)] DatasetName Dataset,
    [property: Id(1)] DateTimeOffset? AsOf,
    [property: Id(2)] DateTimeOffset? NextRunAt,
    [property: Id(3)] int Late);
