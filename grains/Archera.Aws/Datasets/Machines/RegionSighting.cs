using System.Collections.Immutable;

namespace Archera.Aws.Datasets.Machines;

/// <summary>One Region of an account as it was last looked at.</summary>
/// <param name="Region">Its name.</param>
/// <param name="Standing">What came of the newest look.</param>
/// <param name="SeenAt">When its machines were last read; null: never.</param>
/// <param name="Machines">Those that were there then, by id.</param>
/// <param name="Reason">Why the newest look brought nothing; null when it did.</param>
/// <param name="Detail">The same in words.</param>
public sealed record RegionSighting(
    string Region,
    RegionStanding Standing,
    DateTimeOffset? SeenAt,
    ImmutableArray<MachineSighting> Machines,
    string? Reason = null,
    string? Detail = null)
{
    /// <summary>It is to be read, and was not at the newest look.</summary>
    public bool IsMissing => Standing is not RegionStanding.Read and not RegionStanding.NotOptedIn;
}
