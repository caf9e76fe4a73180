using System.ComponentModel.DataAnnotations;

namespace Archera.Grains.Onboarding;

/// <summary>How a role is verified. Section <c>Onboarding</c>.</summary>
public sealed record OnboardingOptions
{
    /// <summary>
    /// How often an AssumeRole whose outcome speaks against the role is asked again before it counts. IAM needs seconds
    /// until a change is seen everywhere. Default 3.
    /// </summary>
    [Range(0, 20)]
    public int SettlingRetries { get; init; } = 3;

    /// <summary>The wait before each of them. Default 3 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan SettlingDelay { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How often a connected or suspended role is verified again: its trust policy may have been loosened. Default 24
    /// hours; each time takes 17 requests, three more for each witness, all free at AWS.
    /// </summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan DriftCheckPeriod { get; init; } = TimeSpan.FromHours(24);
}
