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

    /// <summary>
    /// The folder in S3 that the templates of <c>docs/templates</c> were copied to, as
    /// <c>https://&lt;bucket&gt;.s3.&lt;region&gt;.amazonaws.com/&lt;folder&gt;</c>. Customers in the bucket's
    /// partition are then given a quick-create link. No default: without, they are given none.
    /// </summary>
    public string? TemplateBaseUrl { get; init; }
}
