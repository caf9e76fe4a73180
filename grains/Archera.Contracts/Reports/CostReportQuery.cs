using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Time;

namespace Archera.Contracts.Reports;

/// <summary>A question to one month of one payer account: one dataset, days within that month.</summary>
/// <param name="GroupBy">Dimensions that the dataset holds; never <see cref="CostDimension.PayerAccount"/>.</param>
/// <param name="AsOf">Only revisions stored before this moment of the billing clock count; null = all.</param>
/// <param name="Watched">Linked accounts whose days are asked for besides, whatever the filters keep.</param>
[GenerateSerializer, Immutable, Alias("archera.CostReportQuery")]
public sealed record CostReportQuery(
    [property: Id(0)] DatasetName Dataset,
    [property: Id(1)] DatePeriod Days,
    [property: Id(2)] CostGranularity Granularity,
    [property: Id(3)] CostMetric Metric,
    [property: Id(4)] ImmutableArray<CostDimension> GroupBy,
    [property: Id(5)] ImmutableArray<CostFilter> Filters,
    [property: Id(6)] DateTimeOffset? AsOf,
    [property: Id(7)] ImmutableArray<AwsAccountId> Watched);
