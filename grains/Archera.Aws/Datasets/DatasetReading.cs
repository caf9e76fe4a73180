using System.Collections.Immutable;

namespace Archera.Aws.Datasets;

/// <summary>A whole read: one partition for every planned day, days without rows included.</summary>
public sealed record DatasetReading(ImmutableArray<DatasetPartition> Partitions);
