using System.Collections.Immutable;
using Archera.Aws.Calls;

namespace Archera.Aws.Datasets;

/// <param name="Kept">What the next look is compared with.</param>
/// <param name="Days">What is now known of each day since the look before, oldest first; published to reports.</param>
/// <param name="Missing">Why it does not tell of everything that is to be looked at; null when it does.</param>
/// <param name="MissingFrom">The first day of which something is missing.</param>
public sealed record Observation(
    DatasetPartition Kept, ImmutableArray<DatasetPartition> Days, AwsFailure? Missing, DateOnly MissingFrom);
