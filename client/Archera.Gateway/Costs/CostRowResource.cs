using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Reports;

namespace Archera.Gateway.Costs;

/// <param name="Period">The day, or the first of the month for Monthly.</param>
/// <param name="Keys">One value per group asked for, in that order.</param>
/// <param name="Amount">Decimal text: exact, with AWS's scale, never in exponent form.</param>
/// <param name="Currency">The currency's ISO 4217 code.</param>
/// <param name="Estimated">AWS has not finalised at least one day in the amount.</param>
public sealed record CostRowResource(
    DateOnly Period,
    IReadOnlyList<string> Keys,
    [property: RegularExpression(AmountText.Pattern)] string Amount,
    string Currency,
    bool Estimated)
{
    internal static CostRowResource Of(CostRow row) =>
        new(row.Period, row.Keys, AmountText.Of(row.Amount), row.Currency, row.Estimated);
}
