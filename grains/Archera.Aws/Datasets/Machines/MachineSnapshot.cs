using System.Collections.Immutable;
using Archera.Aws.Calls;

namespace Archera.Aws.Datasets.Machines;

/// <summary>An account's machines at one look, Region by Region, in the order of their names.</summary>
public sealed record MachineSnapshot(DateTimeOffset At, ImmutableArray<RegionSighting> Regions)
{
    /// <summary>The day on which a Region was last seen that can't be read now; the look's own where none is.</summary>
    public DateOnly MissingFrom => DateOnly.FromDateTime(
        Regions.Where(region => region.IsMissing).Select(region => region.SeenAt ?? At).Append(At).Min().UtcDateTime);

    public RegionSighting? Find(string region) => Regions.FirstOrDefault(known => known.Region == region);

    /// <summary>
    /// What could not be looked at now stays as it was last seen. A Region that was read and is not opted in to any
    /// more was switched off: what runs there goes on, and is paid.
    /// </summary>
    public MachineSnapshot After(MachineSnapshot? before) => this with
    {
        Regions =
        [
            .. Regions.Select(region => before?.Find(region.Region) is { } seen ? After(seen, region) : region),
        ],
    };

    private static RegionSighting After(RegionSighting seen, RegionSighting now)
    {
        if (now.Standing == RegionStanding.NotOptedIn && seen.SeenAt is not null)
        {
            now = now with
            {
                Standing = RegionStanding.SwitchedOff,
                Reason = FailureReasons.RegionDisabled,
                Detail = $"The account has switched {now.Region} off: what runs there goes on unseen. Switch it on "
                    + "again to have it read.",
            };
        }

        return now.IsMissing ? now with { SeenAt = seen.SeenAt, Machines = seen.Machines } : now;
    }
}
