using Archera.Contracts.Commitments;

namespace Archera.Gateway.Commitments;

/// <param name="Period">The day; for Monthly the first of the month, even when the range cuts it.</param>
/// <param name="PayerAccount">Such as aws:111122223333.</param>
/// <param name="Kind">Savings Plans, or reservations.</param>
/// <param name="Service">What the reservations are for, as AWS names it; null for Savings Plans.</param>
/// <param name="Currency">The currency's ISO 4217 code.</param>
/// <param name="Figures">What was committed, used and covered.</param>
public sealed record CommitmentRowResource(
    DateOnly Period,
    string PayerAccount,
    CommitmentKind Kind,
    string? Service,
    string Currency,
    CommitmentFiguresResource Figures)
{
    internal static CommitmentRowResource Of(CommitmentRow row) => new(
        row.Period,
        row.Payer.ToString(),
        row.Kind,
        row.Service.Length == 0 ? null : row.Service,
        row.Currency,
        CommitmentFiguresResource.Of(row.Figures));
}
