using Archera.Aws.Sessions;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Grains.Onboarding;

/// <summary>
/// Tries a role with every external id that must not open it, and once more with the right one. Each try is one
/// AssumeRole, free at AWS: 11 in all. An opening is asked again before it counts, since IAM needs seconds to settle.
/// </summary>
public sealed class DoorCheck(
    RoleArn role,
    ExternalId externalId,
    IAccountConnection connection,
    OnboardingOptions options,
    TimeProvider time)
{
    private const string None = "without an external id";
    private const string Right = "with the external id";

    /// <param name="show">Takes each step as it changes.</param>
    public async Task<VerificationVerdict> RunAsync(Action<VerificationStep> show, CancellationToken cancellationToken)
    {
        var verdict = await RefusesAsync(VerificationSteps.RefusedWithoutId, [(None, null)], show, cancellationToken);
        if (verdict == VerificationVerdict.Passed)
        {
            var decoys = ExternalIdDecoys.Of(externalId).Select(decoy => (decoy.Form, (ExternalId?)decoy.Id));
            verdict = await RefusesAsync(VerificationSteps.RefusedWithForeignId, decoys, show, cancellationToken);
        }

        if (verdict != VerificationVerdict.Passed)
            return verdict;
        var control = await TryAsync(
            VerificationSteps.StillOpenToUs, Right, new DoorTry(externalId, Full: true), DoorFinding.Opened, show,
            cancellationToken);
        var (step, after) = ConnectionLadder.MustOpen(VerificationSteps.StillOpenToUs, role, control);
        show(step);
        if (after != VerificationVerdict.Passed)
            TakeBack(show);
        return after;
    }

    private static void TakeBack(Action<VerificationStep> show)
    {
        const string Words = "Proves nothing: the role does not open to us either, by now.";
        show(VerificationSteps.Skipped(VerificationSteps.RefusedWithoutId, Words));
        show(VerificationSteps.Skipped(VerificationSteps.RefusedWithForeignId, Words));
    }

    private async Task<VerificationVerdict> RefusesAsync(
        string rung,
        IEnumerable<(string Form, ExternalId? Id)> ids,
        Action<VerificationStep> show,
        CancellationToken cancellationToken)
    {
        var seen = new List<DoorObservation>();
        foreach (var (form, door) in ids.SelectMany(Forms))
        {
            seen.Add(await TryAsync(rung, form, door, DoorFinding.Refused, show, cancellationToken));
            if (seen[^1].Finding != DoorFinding.Refused)
                break;
        }

        var (step, verdict) = ConnectionLadder.MustRefuse(rung, role, seen);
        show(step);
        return verdict;
    }

    /// <summary>Bare first: what the full form needs beyond it can hide that a role is open.</summary>
    private static IEnumerable<(string Form, DoorTry Door)> Forms((string Form, ExternalId? Id) tried) =>
        [(tried.Form, new DoorTry(tried.Id, Full: false)), (tried.Form, new DoorTry(tried.Id, Full: true))];

    private async Task<DoorObservation> TryAsync(
        string rung,
        string form,
        DoorTry door,
        DoorFinding wanted,
        Action<VerificationStep> show,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var seen = DoorObservation.Of(form, await connection.TryDoorAsync(door, cancellationToken));
            if (seen.Finding == wanted || seen.Finding == DoorFinding.NothingFoundOut
                || attempt >= options.SettlingRetries)
                return seen;
            var did = seen.Finding == DoorFinding.Opened ? "opened" : "did not open";
            show(VerificationSteps.Waiting(
                rung, $"{role} {did} {form}; a changed trust policy needs some seconds. Asking again."));
            await Task.Delay(options.SettlingDelay, time, cancellationToken);
        }
    }
}
