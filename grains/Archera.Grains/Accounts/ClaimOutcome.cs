using Archera.Contracts.Accounts;
using Archera.Grains.Onboarding;

namespace Archera.Grains.Accounts;

/// <summary>What the end of a verification makes of a claim.</summary>
public static class ClaimOutcome
{
    /// <param name="isInUse">Another tenant uses the account.</param>
    public static ConnectionMove MoveOf(Claim claim, VerificationResult result, bool isInUse)
    {
        var isRoleInUse = claim.VerifiedRole == result.Role
            && claim.Connection is ConnectionState.Connected or ConnectionState.Suspended;
        return result.Verdict switch
        {
            VerificationVerdict.Passed => isInUse ? ConnectionMove.PassInUse : ConnectionMove.Pass,
            VerificationVerdict.Unknown => ConnectionMove.FindNothing,
            VerificationVerdict.Open => IsCandidateOfOneInUse(claim, result)
                ? ConnectionMove.Refuse
                : ConnectionMove.Open,
            _ => isRoleInUse && result.IsClosed ? ConnectionMove.Close : ConnectionMove.Refuse,
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

    private static bool IsCandidateOfOneInUse(Claim claim, VerificationResult result) =>
        claim.Connection is ConnectionState.Connected or ConnectionState.Suspended
        && claim.VerifiedRole != result.Role;

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
    /// Erases an open candidate. The verified role of a connected account stays, to be tried alone: the account is
    /// suspended and not read until its role is shut.
    /// </summary>
    private static Claim Open(Claim claim, VerificationResult result, ConnectionMove move)
    {
        var shut = claim with { CandidateRole = claim.CandidateRole == result.Role ? null : claim.CandidateRole };
        if (claim.Connection is ConnectionState.Connected or ConnectionState.Suspended)
            return move == ConnectionMove.Open ? shut with { Suspension = SuspensionCause.OpenToOthers } : shut;
        return shut with { VerifiedRole = claim.VerifiedRole == result.Role ? null : claim.VerifiedRole };
    }
}
