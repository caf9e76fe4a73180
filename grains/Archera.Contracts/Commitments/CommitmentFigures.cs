namespace Archera.Contracts.Commitments;

/// <summary>
/// What was committed, used and covered: the parts of AWS's percentages, so that those of several days are ratios of
/// sums. Null: there is nothing of it, which is not zero.
/// </summary>
/// <param name="Commitment">The cost of what was committed, used or not, upfront payments spread over the term.</param>
/// <param name="UsedCommitment">The part of it that was used.</param>
/// <param name="UnusedCommitment">The part of it that was paid for nothing.</param>
/// <param name="OnDemandEquivalent">What the used part would have cost without a commitment.</param>
/// <param name="PurchasedHours">Of reservations: machine-hours.</param>
/// <param name="UsedHours">Of reservations.</param>
/// <param name="UnusedHours">Of reservations.</param>
/// <param name="CoveredCost">Of Savings Plans: usage that they covered, at on-demand rates.</param>
/// <param name="OnDemandCost">Usage that could have been covered and was not.</param>
/// <param name="CoveredHours">Of reservations: machine-hours that they covered.</param>
/// <param name="OnDemandHours">Of reservations: machine-hours that could have been covered and were not.</param>
[GenerateSerializer, Immutable, Alias("archera.CommitmentFigures")]
public sealed record CommitmentFigures(
    [property: Id(0)] decimal? Commitment,
    [property: Id(1)] decimal? UsedCommitment,
    [property: Id(2)] decimal? UnusedCommitment,
    [property: Id(3)] decimal? OnDemandEquivalent,
    [property: Id(4)] decimal? PurchasedHours,
    [property: Id(5)] decimal? UsedHours,
    [property: Id(6)] decimal? UnusedHours,
    [property: Id(7)] decimal? CoveredCost,
    [property: Id(8)] decimal? OnDemandCost,
    [property: Id(9)] decimal? CoveredHours,
    [property: Id(10)] decimal? OnDemandHours)
{
    public static CommitmentFigures None { get; } =
        new(null, null, null, null, null, null, null, null, null, null, null);

    /// <summary>
    /// Used of what was committed, in percent: in hours where there are hours, else in money. Null: nothing was.
    /// </summary>
    public decimal? UtilizationPercent =>
        PurchasedHours is null ? Percent(UsedCommitment, Commitment) : Percent(UsedHours, PurchasedHours);

    /// <summary>
    /// Covered of what could have been covered, in percent: in hours where there are hours, else in money. Null: there
    /// was nothing to cover.
    /// </summary>
    public decimal? CoveragePercent => CoveredHours is null
        ? Percent(CoveredCost, Sum(CoveredCost, OnDemandCost))
        : Percent(CoveredHours, Sum(CoveredHours, OnDemandHours));

    /// <summary>What the used part saved, less what the commitment cost: negative where too little was used.</summary>
    public decimal? NetSavings => OnDemandEquivalent - Commitment;

    /// <exception cref="OverflowException">A sum has more digits than can be held exactly.</exception>
    public static CommitmentFigures operator +(CommitmentFigures left, CommitmentFigures right) => new(
        Sum(left.Commitment, right.Commitment),
        Sum(left.UsedCommitment, right.UsedCommitment),
        Sum(left.UnusedCommitment, right.UnusedCommitment),
        Sum(left.OnDemandEquivalent, right.OnDemandEquivalent),
        Sum(left.PurchasedHours, right.PurchasedHours),
        Sum(left.UsedHours, right.UsedHours),
        Sum(left.UnusedHours, right.UnusedHours),
        Sum(left.CoveredCost, right.CoveredCost),
        Sum(left.OnDemandCost, right.OnDemandCost),
        Sum(left.CoveredHours, right.CoveredHours),
        Sum(left.OnDemandHours, right.OnDemandHours));

    private static decimal? Percent(decimal? part, decimal? whole) => whole is > 0 and { } all && part is { } some
        ? decimal.Round(100 * some / all, PercentDecimals)
        : null;

    /// <summary>As many as a percentage is given with.</summary>
    public const int PercentDecimals = 10;

    private static decimal? Sum(decimal? left, decimal? right)
    {
        if (left is not { } one || right is not { } other)
            return left ?? right;
        var sum = one + other;
        return sum.Scale >= Math.Max(one.Scale, other.Scale)
            ? sum
            : throw new OverflowException("A sum of figures needs more digits than a decimal holds.");
    }
}
