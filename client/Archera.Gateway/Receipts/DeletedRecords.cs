namespace Archera.Gateway.Receipts;

/// <param name="Kind">What they held: a dataset's days, the claim, a reminder.</param>
/// <param name="Records">How many there were.</param>
public sealed record DeletedRecords(string Kind, int Records);
