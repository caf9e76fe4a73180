using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Reports;

/// <summary>The use of one machine over the asked days.</summary>
/// <param name="Account">The linked account that it is in.</param>
/// <param name="Days">In order; a day that it is not known of is not there.</param>
/// <param name="Finding">Null: no rule names it.</param>
[GenerateSerializer, Immutable, Alias("archera.UtilizationRow")]
public sealed record UtilizationRow(
    [property: Id(0)] AccountKey Account,
    [property: Id(1)] AwsRegion Region,
    [property: Id(2)] string InstanceId,
    [property: Id(3)] ImmutableArray<UtilizationDayRow> Days,
    [property: Id(4)] UtilizationFinding? Finding);
