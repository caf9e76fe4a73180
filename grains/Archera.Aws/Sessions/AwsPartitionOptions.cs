using System.ComponentModel.DataAnnotations;

namespace Archera.Aws.Sessions;

/// <summary>Who we are in one partition.</summary>
public sealed record AwsPartitionOptions
{
    /// <summary>The name of the credential profile that roles of this partition are assumed with.</summary>
    [Required]
    [StringLength(128, MinimumLength = 1)]
    public string Profile { get; init; } = "";
}
