using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <summary>A question to one month of one payer account: its sums at two moments.</summary>
/// <param name="Costs">Which costs; <see cref="CostReportQuery.AsOf"/> is the later moment.</param>
/// <param name="Since">The earlier moment: only revisions stored before it count; null = all.</param>
/// <param name="ElsewhereBefore">Days that count nothing at the earlier moment: another account had the word.</param>
/// <param name="ElsewhereAfter">Days that count nothing at the later moment.</param>
[GenerateSerializer, Immutable, Alias("archera.MonthChangesQuery")]
public sealed record MonthChangesQuery(
    [property: Id(0)] CostReportQuery Costs,
    [property: Id(1)] DateTimeOffset? Since,
    [property: Id(2)] ImmutableArray<DateOnly> ElsewhereBefore,
    [property: Id(3)] ImmutableArray<DateOnly> ElsewhereAfter);
