namespace Archera.Aws.Datasets.Utilization;

/// <summary>Whether the metrics of one Region were listed and asked for.</summary>
/// <param name="Reason">Why not; null when they were.</param>
public sealed record RegionUtilization(string Region, string? Reason, string? Detail)
{
    public bool IsRead => Reason is null;
}
