using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Commitments;
using Archera.Gateway.Costs;

namespace Archera.Gateway.Commitments;

/// <summary>Decimal text throughout; null: there was nothing to tell, which is not zero.</summary>
/// <param name="Commitment">The cost of what was committed, used or not, upfront payments spread over the term.</param>
/// <param name="UsedCommitment">The part of it that was used.</param>
/// <param name="UnusedCommitment">The part of it that was paid for nothing.</param>
/// <param name="OnDemandEquivalent">What the used part would have cost without a commitment.</param>
/// <param name="NetSavings">The on-demand equivalent less the commitment; negative where too little was used.</param>
/// <param name="PurchasedHours">Of reservations: machine-hours.</param>
/// <param name="UsedHours">Of reservations.</param>
/// <param name="UnusedHours">Of reservations.</param>
/// <param name="Utilization">Percent used of what was committed, in hours for reservations; at most ten
/// decimals.</param>
/// <param name="CoveredCost">Of Savings Plans: usage that they covered, at on-demand rates.</param>
/// <param name="OnDemandCost">Usage that could have been covered and was not.</param>
/// <param name="CoveredHours">Of reservations: machine-hours that they covered.</param>
/// <param name="OnDemandHours">Of reservations: machine-hours that could have been covered and were not.</param>
/// <param name="Coverage">Percent covered of what could have been, in hours for reservations; at most ten
/// decimals.</param>
public sealed record CommitmentFiguresResource(
    [property: RegularExpression(AmountText.Pattern)] string? Commitment,
    [property: RegularExpression(AmountText.Pattern)] string? UsedCommitment,
    [property: RegularExpression(AmountText.Pattern)] string? UnusedCommitment,
    [property: RegularExpression(AmountText.Pattern)] string? OnDemandEquivalent,
    [property: RegularExpression(AmountText.Pattern)] string? NetSavings,
    [property: RegularExpression(AmountText.Pattern)] string? PurchasedHours,
    [property: RegularExpression(AmountText.Pattern)] string? UsedHours,
    [property: RegularExpression(AmountText.Pattern)] string? UnusedHours,
    [property: RegularExpression(AmountText.Pattern)] string? Utilization,
    [property: RegularExpression(AmountText.Pattern)] string? CoveredCost,
    [property: RegularExpression(AmountText.Pattern)] string? OnDemandCost,
    [property: RegularExpression(AmountText.Pattern)] string? CoveredHours,
    [property: RegularExpression(AmountText.Pattern)] string? OnDemandHours,
    [property: RegularExpression(AmountText.Pattern)] string? Coverage)
{
    internal static CommitmentFiguresResource Of(CommitmentFigures figures) => new(
        AmountText.OrNull(figures.Commitment),
        AmountText.OrNull(figures.UsedCommitment),
        AmountText.OrNull(figures.UnusedCommitment),
        AmountText.OrNull(figures.OnDemandEquivalent),
        AmountText.OrNull(figures.NetSavings),
        AmountText.OrNull(figures.PurchasedHours),
        AmountText.OrNull(figures.UsedHours),
        AmountText.OrNull(figures.UnusedHours),
        AmountText.OrNull(figures.UtilizationPercent),
        AmountText.OrNull(figures.CoveredCost),
        AmountText.OrNull(figures.OnDemandCost),
        AmountText.OrNull(figures.CoveredHours),
        AmountText.OrNull(figures.OnDemandHours),
        AmountText.OrNull(figures.CoveragePercent));
}
