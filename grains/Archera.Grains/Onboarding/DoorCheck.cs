using Archera.Aws.Sessions;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Grains.Onboarding;

/// <summary>
/// Tries a role with every external id that must not open it, and once more with the right one. Each try is one
/// AssumeRole, free at AWS: 13 in all. An opening is asked again before it counts, since IAM needs seconds to settle.
/// </summary>
public sealed class DoorCheck(
    RoleArn role,
    ExternalId externalId,
    IAccountConnection connection,
    Settling settling)
{
    private const string None = "without an external id";
    private const string Right = "with the external id";

    private readonly List<string> _passed = [];

    /// <summary>For a role that opens to us: proves that it is shut to everybody else.</summary>
    /// <param name="show">Takes each step as it changes.</param>
    public async Task<VerificationVerdict> RunAsync(Action<VerificationStep> show, CancellationToken cancellationToken)
    {
        var verdict = await RefusesAllAsync(show, cancellationToken);
        if (verdict == VerificationVerdict.Passed)
        {
            const string Rung = VerificationSteps.StillOpenToUs;
            var door = new DoorTry(externalId, Full: true);
            var control = await TryAsync(Rung, Right, door, DoorFinding.Opened, show, cancellationToken);
            (var step, verdict) = ConnectionLadder.MustOpen(Rung, role, control);
            show(step);
        }

        if (verdict == VerificationVerdict.Unknown)
            TakeBack(_passed, "Proves nothing: that the role was open to us all the time is not known.", show);
        return verdict;
    }

    /// <summary>
    /// For a role that refuses us: whether it opens to somebody else all the same. That it does not proves nothing.
    /// </summary>
    public async Task<bool> OpensToOthersAsync(Action<VerificationStep> show, CancellationToken cancellationToken)
    {
        if (await RefusesAllAsync(show, cancellationToken) == VerificationVerdict.Open)
            return true;
        string[] rungs = [VerificationSteps.RefusedWithoutId, VerificationSteps.RefusedWithForeignId];
        TakeBack(rungs, "Skipped: a role that refuses us proves nothing by refusing others.", show);
        return false;
    }

    private static void TakeBack(IEnumerable<string> rungs, string words, Action<VerificationStep> show)
    {
        foreach (var rung in rungs)
            show(VerificationSteps.Skipped(rung, words));
    }

    private async Task<VerificationVerdict> RefusesAllAsync(
        Action<VerificationStep> show, CancellationToken cancellationToken)
    {
        var verdict = await RefusesAsync(VerificationSteps.RefusedWithoutId, [(None, null)], show, cancellationToken);
        if (verdict != VerificationVerdict.Passed)
            return verdict;
        var decoys = ExternalIdDecoys.Of(externalId).Select(decoy => (decoy.Form, (ExternalId?)decoy.Id));
        return await RefusesAsync(VerificationSteps.RefusedWithForeignId, decoys, show, cancellationToken);
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
        if (verdict == VerificationVerdict.Passed)
            _passed.Add(rung);
        return verdict;
    }

    /// <summary>Bare first: what the full form needs beyond it can hide that a role is open.</summary>
    private static IEnumerable<(string Form, DoorTry Door)> Forms((string Form, ExternalId? Id) tried) =>
        [(tried.Form, new DoorTry(tried.Id, Full: false)), (tried.Form, new DoorTry(tried.Id, Full: true))];

    private Task<DoorObservation> TryAsync(
        string rung,
        string form,
        DoorTry door,
        DoorFinding wanted,
        Action<VerificationStep> show,
        CancellationToken cancellationToken) => settling.AskAsync(
            async token => DoorObservation.Of(form, await connection.TryDoorAsync(door, token)),
            seen => seen.Finding == wanted || seen.Finding == DoorFinding.NothingFoundOut,
            seen => show(VerificationSteps.Waiting(
                rung,
                $"{role} {(seen.Finding == DoorFinding.Opened ? "opened" : "did not open")} {form}; "
                + "a changed trust policy needs some seconds. Asking again.")),
            cancellationToken);
}
