namespace Archera.Contracts.Reports;

/// <param name="From">At the earlier moment; null when nothing of the currency was shown then.</param>
/// <param name="To">At the later moment; null when nothing of the currency is shown any more.</param>
[GenerateSerializer, Immutable, Alias("archera.ChangedTotal")]
public sealed record ChangedTotal(
    [property: Id(0)] decimal? From,
    [property: Id(1)] decimal? To,
    [property: Id(2)] string Currency)
{
    public decimal Difference => (To ?? 0) - (From ?? 0);
}
