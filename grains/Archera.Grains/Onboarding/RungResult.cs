using Archera.Contracts.Accounts;

namespace Archera.Grains.Onboarding;

/// <summary>What a rung says, and what the climb goes on or ends with.</summary>
public readonly record struct RungResult(VerificationStep Step, VerificationVerdict Verdict);
