namespace Archera.Gateway.Accounts;

/// <summary>The section <c>Onboarding</c>.</summary>
public sealed record OnboardingOptions
{
    public const string Section = "Onboarding";

    /// <summary>
    /// The IAM principal that customers' trust policies name; it holds for the partition in the ARN. No default: a
    /// partition without a principal is not served.
    /// </summary>
    public string? VendorPrincipalArn { get; init; }
}
