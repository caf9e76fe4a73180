using System.ComponentModel.DataAnnotations;

namespace Archera.Silo.Start;

/// <summary>
/// Section <c>Cluster</c>: which profile, and how the silo is reached by other silos and by gateways.
/// </summary>
public sealed record ProfileOptions
{
    public const string Section = "Cluster";

    /// <summary>Embedded or Cluster. Default Embedded.</summary>
    [EnumDataType(typeof(SiloProfile))]
    public SiloProfile Profile { get; init; } = SiloProfile.Embedded;

    /// <summary>
    /// Names this set of silos; all silos and gateways of one cluster share it. Default <c>archera</c>.
    /// </summary>
    [RegularExpression("^[A-Za-z][A-Za-z0-9-]{0,62}$")]
    public string ClusterId { get; init; } = "archera";

    /// <summary>
    /// Names the stored state and reminders; it outlives any one cluster. Default <c>archera</c>. Changing it hides all
    /// state.
    /// </summary>
    [RegularExpression("^[A-Za-z][A-Za-z0-9-]{0,62}$")]
    public string ServiceId { get; init; } = "archera";

    /// <summary>
    /// TCP port for other silos. 0 takes a free one. Default: 0 in profile Embedded, 11111 in profile Cluster.
    /// </summary>
    [Range(0, 65_535)]
    public int? SiloPort { get; init; }

    /// <summary>
    /// TCP port for gateways. 0 takes a free one. Default: 30000 in profile Cluster; in profile Embedded
    /// none is opened.
    /// </summary>
    [Range(0, 65_535)]
    public int? GatewayPort { get; init; }

    /// <summary>
    /// The IP address that silos and gateways listen on and announce; <c>auto</c> takes this machine's own. Default
    /// 127.0.0.1. The traffic is not encrypted: any other address belongs in a private network.
    /// </summary>
    [RegularExpression(@"^(auto|[0-9.]+|[0-9A-Fa-f:]+)$")]
    public string AdvertisedAddress { get; init; } = "127.0.0.1";

    /// <summary>Seconds that a stop may take before what still runs is cut off. Default 30, 1 to 300.</summary>
    [Range(1, 300)]
    public int ShutdownSeconds { get; init; } = 30;
}
