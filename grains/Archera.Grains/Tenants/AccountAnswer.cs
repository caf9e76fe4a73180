using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;

namespace Archera.Grains.Tenants;

/// <summary>What one payer account's grains said to a question.</summary>
/// <param name="Expected">The days that should be there.</param>
/// <param name="Late">What the account itself knows of the days.</param>
/// <param name="Silence">What did not answer, in words; null when all did.</param>
public sealed record AccountAnswer(
    PayerAccountKey Account,
    DatePeriod Expected,
    ImmutableArray<ReceivedDay> Days,
    ImmutableArray<UnreadableDay> Unreadable,
    ImmutableArray<LateRead> Late,
    string? Silence)
{
    public ImmutableArray<CostRow> Rows { get; init; } = [];
}
