using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Reports;

namespace Archera.Gateway.Costs.Changes;

/// <param name="From">The sum at the earlier moment, as decimal text; null when there was none.</param>
/// <param name="To">The sum at the later moment, as decimal text; null when there is none.</param>
/// <param name="Difference">To less from; what is not there counts as zero.</param>
/// <param name="Currency">The currency's ISO 4217 code. Currencies are never added up.</param>
public sealed record ChangedTotalResource(
    [property: RegularExpression(AmountText.Pattern)] string? From,
    [property: RegularExpression(AmountText.Pattern)] string? To,
    [property: RegularExpression(AmountText.Pattern)] string Difference,
    string Currency)
{
    internal static ChangedTotalResource Of(ChangedTotal total) => new(
        AmountText.OrNull(total.From), AmountText.OrNull(total.To), AmountText.Of(total.Difference), total.Currency);
}
