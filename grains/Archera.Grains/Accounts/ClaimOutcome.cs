using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Grains.Onboarding;

namespace Archera.Grains.Accounts;

/// <summary>What the end of a verification makes of a claim.</summary>
public static class ClaimOutcome
{
    /// <param name="isInUse">Another tenant uses the account.</param>
    public static ConnectionMove MoveOf(Claim claim, VerificationResult result, bool isInUse)
    {
        var isCandidate = IsInUse(claim) && claim.VerifiedRole != result.Role;
        return result.Verdict switch
        {
            VerificationVerdict.Passed => isInUse ? ConnectionMove.PassInUse : ConnectionMove.Pass,
            VerificationVerdict.Unknown => ConnectionMove.FindNothing,
            _ when isCandidate => ConnectionMove.Refuse,
            VerificationVerdict.Open => ConnectionMove.Open,
            _ => IsInUse(claim) && result.IsClosed ? ConnectionMove.Close : ConnectionMove.Refuse,
        };
    }

    /// <summary>The claim as the run leaves it, its connection aside.</summary>
    public static Claim Of(Claim claim, VerificationResult result, ConnectionMove move)
    {
        var ended = claim with { IsVerifying = false, Steps = result.Steps, LastError = result.Error };
        return result.Verdict switch
        {
            VerificationVerdict.Passed => Passed(ended, result, move),
            VerificationVerdict.Open => Open(ended, result, move),
            _ when move == ConnectionMove.Close => ended with { Suspension = SuspensionCause.ClosedToUs },
            _ => ended,
        };
    }

    private static bool IsInUse(Claim claim) =>
        claim.Connection is ConnectionState.Connected or ConnectionState.Suspended;

    private static Claim Passed(Claim claim, VerificationResult result, ConnectionMove move)
    {
        var isRotated = claim.NextExternalId is { } next && next == result.ExternalId;
        return claim with
        {
            VerifiedRole = result.Role,
            CandidateRole = claim.CandidateRole == result.Role ? null : claim.CandidateRole,
            ExternalId = isRotated ? result.ExternalId : claim.ExternalId,
            NextExternalId = isRotated ? null : claim.NextExternalId,
            Suspension = null,
            LastError = move == ConnectionMove.PassInUse
                ? "The role works, but the account is connected by another customer. Ask the operator."
                : claim.LastError,
        };
    }

    /// <summary>
    /// Erases an open candidate, from the words about it too. The verified role of a connected account stays, to be
    /// tried alone: the account is suspended and not read until its role is shut.
    /// </summary>
    private static Claim Open(Claim claim, VerificationResult result, ConnectionMove move)
    {
        if (IsInUse(claim) && move == ConnectionMove.Open)
            return claim with { Suspension = SuspensionCause.OpenToOthers };
        var shut = claim with
        {
            CandidateRole = claim.CandidateRole == result.Role ? null : claim.CandidateRole,
            Steps = [.. claim.Steps.Select(step => step with { Detail = Unnamed(step.Detail, result.Role) })],
            LastError = claim.LastError is { } error ? Unnamed(error, result.Role) : null,
        };
        return IsInUse(claim)
            ? shut
            : shut with { VerifiedRole = claim.VerifiedRole == result.Role ? null : claim.VerifiedRole };
    }

    private static string Unnamed(string words, RoleArn role) =>
        words.Replace(role.Value, "the role", StringComparison.Ordinal);
}
