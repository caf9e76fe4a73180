using Archera.Contracts.Identity;

namespace Archera.Contracts.Backfill;

/// <summary>What a back-fill takes for one dataset.</summary>
/// <param name="Days">Days that are to be read.</param>
/// <param name="KeptDays">Days that are stored already: they need no call.</param>
/// <param name="Calls">Pages, as far as can be told before they are read.</param>
/// <param name="CostUsd">What AWS charges the customer for them, in US dollars.</param>
[GenerateSerializer, Immutable, Alias("archera.BackfillPart")]
public sealed record BackfillPart(
    [property: Id(0)] DatasetName Dataset,
    [property: Id(1)] int Days,
    [property: Id(2)] int KeptDays,
    [property: Id(3)] int Calls,
    [property: Id(4)] decimal CostUsd);
