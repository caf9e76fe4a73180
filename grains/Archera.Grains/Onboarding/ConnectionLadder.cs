using Archera.Aws.Calls;
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
    private const string TooWide =
        "A trust policy that names * or our whole account looks the same to the principal that it is meant for.";

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

    /// <summary>
    /// The rung that other principals of ours must be refused, with the right external id: it says which of them were
    /// not there to try, and what is not proven for want of them.
    /// </summary>
    public static RungResult MustRefuseOthers(
        string rung, RoleArn role, IReadOnlyList<DoorObservation> tries, IReadOnlyList<string> absent)
    {
        if (tries.FirstOrDefault(door => door.Finding == DoorFinding.Opened) is { } open)
            return new(OpenedToOther(rung, role, open), VerificationVerdict.Open);
        if (tries.FirstOrDefault(door => door.Finding == DoorFinding.NothingFoundOut) is { } blind)
        {
            var whose = blind.Failure!.Reason == FailureReasons.VendorCredentials
                ? " That is ours to mend: the operator is told."
                : "";
            var detail = $"Not proven that {role} does not open {blind.Form}. {blind.Failure.Detail}{whose}";
            var remedy = VerificationRemedies.OfNothingFoundOut(blind.Failure);
            return new(VerificationSteps.Failed(rung, detail, remedy, blind.RequestId), VerificationVerdict.Unknown);
        }

        var unproven = absent.Count == 0
            ? ""
            : $" Not proven, for want of a witness: that it refuses {string.Join(" and ", absent)}.";
        return new(
            tries.Count == 0
                ? VerificationSteps.Skipped(rung, $"Skipped.{unproven} {TooWide}")
                : VerificationSteps.Passed(
                    rung,
                    $"AWS refuses {role} {string.Join(", ", tries.Select(door => door.Form).Distinct())}.{unproven}",
                    tries[^1].RequestId),
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

    private static VerificationStep OpenedToOther(string rung, RoleArn role, DoorObservation open) =>
        VerificationSteps.Failed(
            rung,
            $"{role} opens {open.Form}: its principal is too wide. {TooWide} The session was thrown away unused.",
            "In every statement of its trust policy, name exactly the account's vendorPrincipalArn as principal: not "
            + "*, no account id, and no :root. Then set the role again and verify.",
            open.RequestId);

    private static VerificationStep Blind(string rung, DoorObservation blind) => VerificationSteps.Failed(
        rung,
        $"Not proven: asked {blind.Form}, AWS did not say. {blind.Failure!.Detail}",
        VerificationRemedies.OfNothingFoundOut(blind.Failure),
        blind.RequestId);
}
