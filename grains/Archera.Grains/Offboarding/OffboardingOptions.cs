using System.ComponentModel.DataAnnotations;

namespace Archera.Grains.Offboarding;

/// <summary>How offboardings are carried on. Section <c>Offboarding</c>.</summary>
public sealed record OffboardingOptions
{
    /// <summary>
    /// How long an offboarding that could not go on waits before it tries again by itself. Default 5 minutes; a
    /// repeated DELETE tries at once.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan RetryPeriod { get; init; } = TimeSpan.FromMinutes(5);
}
