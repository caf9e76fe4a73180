namespace Archera.Aws.Datasets.Utilization;

/// <summary>One hour of a metric. An hour without points has none.</summary>
/// <param name="Hour">0 to 23, UTC.</param>
/// <param name="Points">How many points it is made of; at least one.</param>
public readonly record struct HourPoint(int Hour, int Points, double Mean, double Maximum);
