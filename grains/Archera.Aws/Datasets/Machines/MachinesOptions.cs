using System.ComponentModel.DataAnnotations;

namespace Archera.Aws.Datasets.Machines;

/// <summary>How machines are read. Bound from <c>Aws:Machines</c>.</summary>
public sealed record MachinesOptions
{
    public const string Section = "Aws:Machines";

    /// <summary>
    /// How old a look may become; 1 hour. A machine that is terminated is listed for about an hour more. Reading is
    /// free, and takes a request for each Region and 1,000 machines.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Freshness { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Pages of a Region; 20, enough for 20,000 machines. A Region that needs more is late.</summary>
    [Range(1, 1_000)]
    public int MaxPages { get; init; } = 20;

    /// <summary>
    /// Machines of a Region; 20,000. A Region that has more is late as <c>endless-pages</c>.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MaxMachines { get; init; } = 20_000;
}
