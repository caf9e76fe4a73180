using System.ComponentModel.DataAnnotations;

namespace Archera.Grains.Onboarding;

/// <summary>How a role is verified. Section <c>Onboarding</c>.</summary>
public sealed record OnboardingOptions
{
    /// <summary>
    /// How often a refused AssumeRole is asked again before it counts. IAM needs seconds until a new role is seen
    /// everywhere. Default 3.
    /// </summary>
    [Range(0, 20)]
    public int SettlingRetries { get; init; } = 3;

    /// <summary>The wait before each of them. Default 3 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan SettlingDelay { get; init; } = TimeSpan.FromSeconds(3);
}
