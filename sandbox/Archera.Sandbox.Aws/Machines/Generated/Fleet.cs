using Archera.Sandbox.Aws.Regions;
using Archera.Sandbox.Aws.Worlds.Generated;

namespace Archera.Sandbox.Aws.Machines.Generated;

/// <summary>The machines of one account as the seed has them.</summary>
internal sealed class Fleet
{
    private static readonly PlaceKind[] Kinds =
    [
        PlaceKind.Server, PlaceKind.Office, PlaceKind.GroupBase, PlaceKind.GroupDay, PlaceKind.GroupPeak,
        PlaceKind.QuickRestart, PlaceKind.Batch, PlaceKind.Batch, PlaceKind.SelfStopping, PlaceKind.WindowsServer,
        PlaceKind.Project, PlaceKind.Parked, PlaceKind.Workbench, PlaceKind.Server,
    ];

    private static readonly string[] Homes = ["us-east-1", "eu-west-1", "us-west-2", "eu-central-1"];

    private readonly string _account;
    private readonly Draw _draw;
    private readonly Place[] _places;

    public Fleet(int seed, string account, int places)
    {
        _account = account;
        _draw = Draw.From(seed).With("machines").With(account);
        _places = [.. Enumerable.Range(0, places).Select(index => Place(index, OptInRegions.Of(seed, account)))];
    }

    /// <summary>Where most machines of the account are.</summary>
    public string HomeRegion => Homes[_draw.With("home").Below(Homes.Length)];

    public IEnumerable<Machine> Between(DateTimeOffset start, DateTimeOffset end) =>
        from place in _places
        from number in place.Numbers(start, end)
        let life = place.Life(number)
        where life is not null && life.Overlaps(start, end)
        select Machine(place, number, life);

    public Machine? Find(string instanceId)
    {
        if (MachineIds.Read(_draw, instanceId) is not { } read || read.Place >= _places.Length)
            return null;
        var place = _places[read.Place];
        return MachineIds.Of(_draw, read.Place, read.Number) == instanceId && place.Life(read.Number) is { } life
            ? Machine(place, read.Number, life)
            : null;
    }

    private Place Place(int index, string? optInRegion)
    {
        var kind = Kinds[index % Kinds.Length];
        var cycle = _draw.With("cycle").With(index / Kinds.Length);
        var home = _draw.With("home").Below(Homes.Length);
        var isAway = kind is PlaceKind.WindowsServer or PlaceKind.Parked || index % Kinds.Length == Kinds.Length - 1;
        var region = kind == PlaceKind.Project && optInRegion is not null ? optInRegion
            : Homes[(home + (isAway ? 1 : 0)) % Homes.Length];
        return new Place(index, kind, region, _draw.With("place").With(index), cycle.With((long)kind));
    }

    private Machine Machine(Place place, int number, Biography life) => MachineLook.Of(
        place, place.Of(number), _account, MachineIds.Of(_draw, place.Index, number), place.Reservation(number), life);
}
