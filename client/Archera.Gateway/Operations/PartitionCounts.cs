namespace Archera.Gateway.Operations;

/// <param name="Due">How many partitions (a dataset's day) a refresh or a back-fill reads, or steps an offboarding
/// has.</param>
/// <param name="Done">How many are read and stored, or done.</param>
/// <param name="Late">How many did not succeed and are tried again later.</param>
public sealed record PartitionCounts(int Due, int Done, int Late);
