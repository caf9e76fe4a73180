using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Grains.Onboarding;

/// <param name="Role">The role that was tried.</param>
/// <param name="Error">What failed, in words; null when all passed.</param>
public sealed record VerificationResult(
    VerificationVerdict Verdict, RoleArn Role, ImmutableArray<VerificationStep> Steps, string? Error);
