using System.Globalization;
using Archera.Sandbox.Aws.Worlds.Generated;

namespace Archera.Sandbox.Aws.Machines.Generated;

/// <summary>What a machine is, apart from when: its type, zone, image and tags.</summary>
internal static class MachineLook
{
    private static readonly string[] Servers = ["m5.large", "c5.xlarge", "r5.large", "m6g.large", "t3.medium"];
    private static readonly string[] Desks = ["t3.micro", "t3.small", "t4g.small", "t3.medium"];
    private static readonly string[] Teams = ["checkout", "search", "data", "platform"];

    public static Machine Of(
        Place place, Draw draw, string account, string instanceId, string reservationId, Biography life)
    {
        var isDesk = place.Kind is PlaceKind.Office or PlaceKind.SelfStopping or PlaceKind.Workbench;
        return new Machine(life, Lingers(draw))
        {
            Account = account,
            Region = place.Region,
            InstanceId = instanceId,
            ReservationId = reservationId,
            InstanceType = Type(place, draw, isDesk ? Desks : Servers),
            AvailabilityZone = place.Region + "abc"[draw.With("zone").Below(3)],
            ImageId = "ami-0" + draw.With("image").State.ToString("x16", CultureInfo.InvariantCulture),
            IsWindows = place.IsWindows,
            IsSpot = place.IsSpot,
            DetailedMonitoring = draw.With("monitoring").Chance(0.25),
            HasAgent = draw.With("agent").Chance(0.4),
            AutoScalingGroup = place.Group,
            Tags = Tags(place, draw),
        };
    }

    /// <summary>AWS says that it is usually less than an hour, and promises nothing.</summary>
    public static TimeSpan Lingers(Draw draw) => TimeSpan.FromSeconds(3_000 + draw.With("lingers").Below(900));

    /// <summary>Arm types run no Windows.</summary>
    private static string Type(Place place, Draw draw, string[] types)
    {
        var type = types[draw.With("type").Below(types.Length)];
        return place.IsWindows && type.Contains("g.", StringComparison.Ordinal) ? "t3.large" : type;
    }

    /// <summary>One machine in eight has none, as where nobody tags by rule.</summary>
    private static List<KeyValuePair<string, string>> Tags(Place place, Draw draw)
    {
        var tags = new List<KeyValuePair<string, string>>();
        if (place.Group is { } group)
            tags.Add(new("aws:autoscaling:groupName", group));
        else if (draw.With("untagged").Chance(0.125))
            return tags;
        tags.Add(new("Name", string.Create(CultureInfo.InvariantCulture, $"{place.Kind}-{place.Index}")));
        tags.Add(new("team", Teams[draw.With("team").Below(Teams.Length)]));
        return tags;
    }
}
