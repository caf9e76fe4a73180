namespace Archera.Gateway.Accounts;

/// <summary>The section <c>Aws:Partitions:&lt;partition&gt;</c>.</summary>
public sealed record PartitionOptions
{
    public const string Section = "Aws:Partitions";

    /// <summary>
    /// The name of the vendor's credentials in this partition. No default: without, the partition is not served.
    /// </summary>
    public string? Profile { get; init; }

    /// <summary>
    /// The principal of this partition; <see cref="OnboardingOptions.VendorPrincipalArn"/> when left out.
    /// </summary>
    public string? VendorPrincipalArn { get; init; }
}
