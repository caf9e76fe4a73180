using Archera.Aws.Sessions;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Grains.Onboarding;

/// <summary>
/// Tries a role with every external id that must not open it, as every other principal of ours, and once more as it is
/// meant to open. Each try is one AssumeRole, free at AWS: 13 in all, and two for each witness. An opening is asked
/// again before it counts, since IAM needs seconds to settle.
/// </summary>
public sealed class DoorCheck(
    RoleArn role,
    ExternalId externalId,
    IAccountConnection connection,
    Settling settling)
{
    private const string None = "without an external id";
    private const string Right = "with the external id";

    private static readonly (OurPrincipal Principal, string Words)[] Others =
    [
        (OurPrincipal.Witness, "a principal of another account"),
        (OurPrincipal.Colleague, "another principal of our own account"),
    ];

    private readonly List<string> _passed = [];

    /// <summary>For a role that opens to us: proves that it is shut to everybody else.</summary>
    /// <param name="show">Takes each step as it changes.</param>
    public async Task<VerificationVerdict> RunAsync(Action<VerificationStep> show, CancellationToken cancellationToken)
    {
        var verdict = await RefusesAllAsync(show, cancellationToken);
        var others = verdict == VerificationVerdict.Passed
            ? await RefusesOthersAsync(show, cancellationToken)
            : verdict;
        if (others == VerificationVerdict.Open)
            return others;
        if (verdict == VerificationVerdict.Passed)
            verdict = await OpensToUsAsync(show, cancellationToken);
        if (verdict == VerificationVerdict.Unknown)
            TakeBack(_passed, "Proves nothing: that the role was open to us all the time is not known.", show);
        return verdict == VerificationVerdict.Passed ? others : verdict;
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

    private async Task<VerificationVerdict> OpensToUsAsync(
        Action<VerificationStep> show, CancellationToken cancellationToken)
    {
        const string Rung = VerificationSteps.StillOpenToUs;
        var door = new DoorTry(externalId, Full: true);
        var control = await TryAsync(Rung, Right, door, DoorFinding.Opened, show, cancellationToken);
        var (step, verdict) = ConnectionLadder.MustOpen(Rung, role, control);
        show(step);
        return verdict;
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

    /// <summary>What an attacker could try who has an account and knows the external id, which is no secret.</summary>
    private async Task<VerificationVerdict> RefusesOthersAsync(
        Action<VerificationStep> show, CancellationToken cancellationToken)
    {
        const string Rung = VerificationSteps.RefusedToOthers;
        var seen = new List<DoorObservation>();
        var absent = new List<string>();
        foreach (var (principal, words) in Others)
        {
            var form = $"{Right} to {words}";
            var witness = await connection.CallWitnessAsync(principal, cancellationToken);
            if (witness is null)
                absent.Add(words);
            else if (!witness.Succeeded)
                seen.Add(new DoorObservation(form, DoorFinding.NothingFoundOut, witness.RequestId, witness.Failure));
            else
                await TryAllAsync(Rung, Forms((form, externalId), principal), seen, show, cancellationToken);
        }

        var (step, verdict) = ConnectionLadder.MustRefuseOthers(Rung, role, seen, absent);
        show(step);
        if (step.Outcome == StepOutcome.Passed)
            _passed.Add(Rung);
        return verdict;
    }

    private async Task<VerificationVerdict> RefusesAsync(
        string rung,
        IEnumerable<(string Form, ExternalId? Id)> ids,
        Action<VerificationStep> show,
        CancellationToken cancellationToken)
    {
        var seen = new List<DoorObservation>();
        await TryAllAsync(
            rung, ids.SelectMany(id => Forms(id, OurPrincipal.Ourselves)), seen, show, cancellationToken);
        var (step, verdict) = ConnectionLadder.MustRefuse(rung, role, seen);
        show(step);
        if (verdict == VerificationVerdict.Passed)
            _passed.Add(rung);
        return verdict;
    }

    /// <summary>Bare first: what the full form needs beyond it can hide that a role is open.</summary>
    private static IEnumerable<(string Form, DoorTry Door)> Forms(
        (string Form, ExternalId? Id) tried, OurPrincipal by) =>
        [(tried.Form, new DoorTry(tried.Id, Full: false, by)), (tried.Form, new DoorTry(tried.Id, Full: true, by))];

    /// <summary>Ends with the first try that is not refused.</summary>
    private async Task TryAllAsync(
        string rung,
        IEnumerable<(string Form, DoorTry Door)> doors,
        List<DoorObservation> seen,
        Action<VerificationStep> show,
        CancellationToken cancellationToken)
    {
        foreach (var (form, door) in doors)
        {
            seen.Add(await TryAsync(rung, form, door, DoorFinding.Refused, show, cancellationToken));
            if (seen[^1].Finding != DoorFinding.Refused)
                return;
        }
    }

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
