using System.ComponentModel.DataAnnotations;

namespace Archera.Aws.Sessions;

/// <summary>Who we are in one partition.</summary>
public sealed record AwsPartitionOptions
{
    /// <summary>The name of the credential profile that roles of this partition are assumed with.</summary>
    [Required]
    [StringLength(128, MinimumLength = 1)]
    public string Profile { get; init; } = "";

    /// <summary>
    /// The ARN of a role of ours, in an account other than our principal's, that trusts it: a customer's role that
    /// refuses us counts as shut only once this one opens. None by default: then a policy of our own that lets us open
    /// no roles suspends every account. One more free request for each refusal.
    /// </summary>
    [StringLength(2048, MinimumLength = 1)]
    public string? ControlRole { get; init; }

    /// <summary>
    /// The credential profile of a principal in another account of ours. A role that opens to it too names <c>*</c> as
    /// its principal. None by default: then it is not proven that roles refuse others. Three more free requests a
    /// verification.
    /// </summary>
    [StringLength(128, MinimumLength = 1)]
    public string? WitnessProfile { get; init; }

    /// <summary>
    /// The ARN of a role, in an account other than the witness's, that trusts the witness: it must open before the
    /// witness's refusals count. Required with <see cref="WitnessProfile"/>.
    /// </summary>
    [StringLength(2048, MinimumLength = 1)]
    public string? WitnessControlRole { get; init; }

    /// <summary>
    /// The credential profile of another principal in our own account. A role that opens to it too names our whole
    /// account, or <c>*</c>. None by default. Three more free requests a verification.
    /// </summary>
    [StringLength(128, MinimumLength = 1)]
    public string? ColleagueProfile { get; init; }

    /// <summary>
    /// The ARN of a role, in an account other than our own, that trusts the colleague. Required with <see
    /// cref="ColleagueProfile"/>.
    /// </summary>
    [StringLength(2048, MinimumLength = 1)]
    public string? ColleagueControlRole { get; init; }
}
