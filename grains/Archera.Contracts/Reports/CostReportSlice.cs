using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <summary>Grouped sums of one month and the days they are made of. A day that is not listed was not received.</summary>
[GenerateSerializer, Immutable, Alias("archera.CostReportSlice")]
public sealed record CostReportSlice(
    [property: Id(0)] ImmutableArray<CostRow> Rows,
    [property: Id(1)] ImmutableArray<ReceivedDay> Days);
