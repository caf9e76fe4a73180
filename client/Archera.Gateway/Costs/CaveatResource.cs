using Archera.Contracts.Reports;

namespace Archera.Gateway.Costs;

/// <param name="Account">The linked account that is connected alone, such as aws:111122223333.</param>
/// <param name="Figure">The figure that is wrong.</param>
/// <param name="IsInAnswer">The amounts of this answer are such figures, or hold them. Otherwise the figure is one that
/// would be computed from other answers.</param>
/// <param name="Reason">Why, in words. Connecting the account's payer mends it.</param>
public sealed record CaveatResource(string Account, CaveatFigure Figure, bool IsInAnswer, string Reason)
{
    internal static CaveatResource Of(CostCaveat caveat) =>
        new(caveat.Account, caveat.Figure, caveat.IsInAnswer, caveat.Reason);
}
