using System.Collections.Immutable;
using Archera.Contracts.Reports;

namespace Archera.Aws.Costs;

/// <summary>AWS's own total of a day, asked for without grouping.</summary>
/// <param name="Amounts">One a metric, in the order of <see cref="CostMetric"/>.</param>
public sealed record CostDayTotal(DateOnly Day, string Currency, ImmutableArray<decimal> Amounts);
