namespace Archera.Aws.Sessions;

/// <summary>Where AWS is and who we are there. Bound from <c>Aws</c>; process configuration only.</summary>
public sealed record AwsOptions
{
    public const string Section = "Aws";

    /// <summary>One address for every AWS API, such as a simulated AWS; absent means AWS's own addresses.</summary>
    public Uri? EndpointOverride { get; init; }

    /// <summary>The file that holds the credential profiles; absent means the SDK's own places.</summary>
    public string? ProfilesLocation { get; init; }

    /// <summary>
    /// Our own credentials by partition: <c>aws</c>, <c>aws-us-gov</c>, <c>aws-cn</c>. Accounts of a partition without
    /// one can't be entered.
    /// </summary>
    public Dictionary<string, AwsPartitionOptions> Partitions { get; init; } = new(StringComparer.Ordinal);
}
