using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Backfill;
using Archera.Gateway.Costs;

namespace Archera.Gateway.Backfill;

/// <param name="Dataset">The dataset's name.</param>
/// <param name="Days">Days that are to be read.</param>
/// <param name="KeptDays">Days that are stored already: they need no call.</param>
/// <param name="Calls">Pages, as far as can be told before they are read.</param>
/// <param name="CostUsd">What AWS charges for them, in US dollars, as decimal text.</param>
public sealed record BackfillDatasetResource(
    string Dataset,
    int Days,
    int KeptDays,
    int Calls,
    [property: RegularExpression(AmountText.Pattern)] string CostUsd)
{
    internal static BackfillDatasetResource Of(BackfillPart part) => new(
        part.Dataset.Value, part.Days, part.KeptDays, part.Calls, AmountText.Of(part.CostUsd));
}
