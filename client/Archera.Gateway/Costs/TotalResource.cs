using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Reports;

namespace Archera.Gateway.Costs;

/// <param name="Amount">The sum over the whole range, as decimal text.</param>
/// <param name="Currency">The currency's ISO 4217 code. Currencies are never added up.</param>
public sealed record TotalResource([property: RegularExpression(AmountText.Pattern)] string Amount, string Currency)
{
    internal static TotalResource Of(CurrencyTotal total) => new(AmountText.Of(total.Amount), total.Currency);
}
