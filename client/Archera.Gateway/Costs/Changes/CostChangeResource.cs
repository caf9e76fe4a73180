using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Reports;

namespace Archera.Gateway.Costs.Changes;

/// <param name="Period">The day, or the first of the month for Monthly.</param>
/// <param name="Keys">One value per group asked for, in that order.</param>
/// <param name="From">What was shown at the earlier moment, as decimal text; null when the row was not there.</param>
/// <param name="To">What is shown at the later moment, as decimal text; null when the row is gone.</param>
/// <param name="Difference">To less from; what is not there counts as zero.</param>
/// <param name="Currency">The currency's ISO 4217 code.</param>
/// <param name="ChangedAt">When the newest change in it was stored, UTC; null when none was: another account has the
/// word now.</param>
/// <param name="Cause">The likely cause, told by the record types that changed on the same day and linked account:
/// late-usage, credit, refund, fee, tax; first-read when the day was not read before; mixed for several; unknown when
/// nothing tells.</param>
public sealed record CostChangeResource(
    DateOnly Period,
    IReadOnlyList<string> Keys,
    [property: RegularExpression(AmountText.Pattern)] string? From,
    [property: RegularExpression(AmountText.Pattern)] string? To,
    [property: RegularExpression(AmountText.Pattern)] string Difference,
    string Currency,
    DateTime? ChangedAt,
    [property: RegularExpression(CauseText.Pattern)] string Cause)
{
    internal static CostChangeResource Of(CostChange row) => new(
        row.Period,
        row.Keys,
        AmountText.OrNull(row.From),
        AmountText.OrNull(row.To),
        AmountText.Of(row.Difference),
        row.Currency,
        row.ChangedAt?.UtcDateTime,
        CauseText.Of(row.Causes));
}
