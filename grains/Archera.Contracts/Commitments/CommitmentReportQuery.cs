using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Time;

namespace Archera.Contracts.Commitments;

/// <summary>What a month's report is asked.</summary>
/// <param name="Datasets">Of <see cref="CommitmentDatasets.Daily"/>.</param>
/// <param name="AsOf">What was shown before that moment; null: what is shown now.</param>
[GenerateSerializer, Immutable, Alias("archera.CommitmentReportQuery")]
public sealed record CommitmentReportQuery(
    [property: Id(0)] DatePeriod Days,
    [property: Id(1)] ImmutableArray<DatasetName> Datasets,
    [property: Id(2)] DateTimeOffset? AsOf);
