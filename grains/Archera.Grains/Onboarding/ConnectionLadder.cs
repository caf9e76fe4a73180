using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Grains.Onboarding;

/// <summary>
/// What tries at a role prove. A refusal proves that the role is shut only if it can't have another cause: so every
/// form is tried bare and in full, the role must open to us before and after, and what is no refusal of STS's proves
/// nothing.
/// </summary>
public static class ConnectionLadder
{
    /// <summary>The rung that every try must be refused.</summary>
    public static RungResult MustRefuse(
        string rung, RoleArn role, IReadOnlyList<DoorObservation> tries)
    {
        if (tries.FirstOrDefault(door => door.Finding == DoorFinding.Opened) is { } open)
            return new(Opened(rung, role, open), VerificationVerdict.Open);
        if (tries.FirstOrDefault(door => door.Finding == DoorFinding.NothingFoundOut) is { } blind)
            return new(Blind(rung, blind), VerificationVerdict.Unknown);
        var forms = string.Join(", ", tries.Select(door => door.Form).Distinct(StringComparer.Ordinal));
        return new(
            VerificationSteps.Passed(rung, $"AWS refuses {role} {forms}.", tries[^1].RequestId),
            VerificationVerdict.Passed);
    }

    /// <summary>The last rung about the role: it still opens to us, so that the refusals mean something.</summary>
    public static RungResult MustOpen(
        string rung, RoleArn role, DoorObservation control) => control.Finding switch
        {
            DoorFinding.Opened => new(
                VerificationSteps.Passed(rung, $"{role} still opens with the external id.", control.RequestId),
                VerificationVerdict.Passed),
            DoorFinding.Refused => new(
                VerificationSteps.Failed(
                    rung,
                    $"{role} opened with the external id before the refusals were tried, and does not any more: they "
                    + "prove nothing.",
                    "Its trust policy changed meanwhile, or the role is gone. Verify again when both are at rest.",
                    control.RequestId),
                VerificationVerdict.Unknown),
            _ => new(Blind(rung, control), VerificationVerdict.Unknown),
        };

    private static VerificationStep Opened(string rung, RoleArn role, DoorObservation open) => VerificationSteps.Failed(
        rung,
        $"{role} opens {open.Form}. Whoever gets us to try it could have us read this account. The session was thrown "
        + "away unused.",
        "In every statement of its trust policy that lets us in, require exactly the account's externalId: "
        + "\"Condition\": {\"StringEquals\": {\"sts:ExternalId\": \"<externalId>\"}}, "
        + "for sts:AssumeRole and sts:SetSourceIdentity alike. Then set the role again and verify.",
        open.RequestId);

    private static VerificationStep Blind(string rung, DoorObservation blind) => VerificationSteps.Failed(
        rung,
        $"Not proven: asked {blind.Form}, AWS did not say. {blind.Failure!.Detail}",
        VerificationRemedies.OfNothingFoundOut(blind.Failure),
        blind.RequestId);
}
