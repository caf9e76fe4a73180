namespace Archera.Gateway.Operations;

/// <param name="Due">How many partitions (a dataset's day) the operation reads.</param>
/// <param name="Done">How many are read and stored.</param>
/// <param name="Late">How many could not be read and are tried again later.</param>
public sealed record PartitionCounts(int Due, int Done, int Late);
