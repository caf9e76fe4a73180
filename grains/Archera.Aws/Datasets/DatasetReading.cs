using System.Collections.Immutable;
using Archera.Aws.Calls;

namespace Archera.Aws.Datasets;

/// <summary>
/// One partition for every planned day, days without rows included. Where the days together need more pages or rows
/// than a read may have, it is of the first of them only, at least one: the others are read next, and nothing is paid
/// twice.
/// </summary>
public sealed record DatasetReading(ImmutableArray<DatasetPartition> Partitions)
{
    /// <summary>
    /// Why a part of it could not be read: what is there is stored, and its days are late. Null: all is there.
    /// </summary>
    public AwsFailure? Missing { get; init; }

    /// <summary>What it took; default where nobody counts.</summary>
    public PageSizes Sizes { get; init; }
}
