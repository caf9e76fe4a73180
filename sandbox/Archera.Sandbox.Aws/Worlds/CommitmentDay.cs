namespace Archera.Sandbox.Aws.Worlds;

/// <summary>One day of a commitment: what stands behind the bill's rows of it.</summary>
/// <param name="Share">How much of the day's commitment was used: 0 to 1, with at most four decimals.</param>
/// <param name="Potential">What it would save the on-demand cost of, were it used wholly.</param>
/// <param name="Uses">Who used it; together they used the share.</param>
public sealed record CommitmentDay(
    CommitmentPurchase Purchase, decimal Share, decimal Potential, IReadOnlyList<CommitmentUse> Uses)
{
    public decimal Used => Uses.Sum(use => use.Cost);

    public decimal OnDemand => Uses.Sum(use => use.OnDemand);
}
