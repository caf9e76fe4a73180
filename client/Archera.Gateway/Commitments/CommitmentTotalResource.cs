using Archera.Contracts.Commitments;

namespace Archera.Gateway.Commitments;

/// <param name="Kind">Savings Plans and reservations are never added up.</param>
/// <param name="Currency">The currency's ISO 4217 code; currencies are never added up.</param>
/// <param name="Figures">The sums over the whole range, and their ratios.</param>
public sealed record CommitmentTotalResource(CommitmentKind Kind, string Currency, CommitmentFiguresResource Figures)
{
    internal static CommitmentTotalResource Of(CommitmentTotal total) =>
        new(total.Kind, total.Currency, CommitmentFiguresResource.Of(total.Figures));
}
