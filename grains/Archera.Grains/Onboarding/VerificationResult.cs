using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Grains.Onboarding;

/// <param name="Role">The role that was tried.</param>
/// <param name="Error">What failed, in words; null when all passed.</param>
public sealed record VerificationResult(
    VerificationVerdict Verdict, RoleArn Role, ImmutableArray<VerificationStep> Steps, string? Error)
{
    /// <summary>The account that pays the bill; null where AWS was not asked, did not say, or knows none.</summary>
    public AwsAccountId? ManagementAccount { get; init; }

    /// <summary>The external id that the role was tried with.</summary>
    public ExternalId ExternalId { get; init; }

    /// <summary>The role does not open to us in the form that sessions are read with.</summary>
    public bool IsClosed => Verdict == VerificationVerdict.Refused && Steps.Any(step =>
        step is { Id: VerificationSteps.AssumeRole or VerificationSteps.SourceIdentity, Outcome: StepOutcome.Failed });
}
