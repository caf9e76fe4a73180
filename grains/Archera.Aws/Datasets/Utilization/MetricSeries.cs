using System.Collections.Immutable;

namespace Archera.Aws.Datasets.Utilization;

/// <summary>One metric of one machine, as CloudWatch lists it.</summary>
/// <param name="Dimensions">All of them: a part of the set is another metric, or none.</param>
public sealed record MetricSeries(
    string InstanceId, MetricDefinition Definition, ImmutableArray<MetricDimension> Dimensions);
