using System.Collections.Immutable;
using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Permissions;
using Archera.Grains.Accounts;

namespace Archera.Grains.Onboarding;

/// <summary>
/// One verification run: opens the role with the external id, proves that it opens with no other, asks who the session
/// is, whose bill the account is on, and whether each dataset may be read. It ends at the first step that fails before
/// the datasets, and the session is not used before the role is proven shut.
/// </summary>
/// <param name="mayPay">Whether what AWS charges for may be asked; read before each such request.</param>
public sealed class VerificationLadder(
    PayerAccountKey account,
    Claim claim,
    RoleArn role,
    IAccountConnection connection,
    AccountServices services,
    Func<bool> mayPay)
{
    /// <summary>The IAM actions that the steps need beyond those of the datasets.</summary>
    public static readonly ImmutableArray<string> Actions =
        [.. PermissionTable.Reads.Where(row => row.Verifies).Select(row => row.Action)];

    private readonly Settling _settling = new(services.Onboarding, services.Time);
    private readonly ImmutableArray<IDataset> _datasets = [.. services.ProbedIn(claim.Mode)];

    public ImmutableArray<VerificationStep> Steps { get; private set; } =
        VerificationSteps.NotRun(services.ProbedIn(claim.Mode));

    public async Task<VerificationResult> ClimbAsync(CancellationToken cancellationToken)
    {
        var organization = new OrganizationCheck(account, claim.Mode, connection, _settling);
        var verdict = await OpenRoleAsync(cancellationToken);
        if (verdict == VerificationVerdict.Passed)
            verdict = await Door().RunAsync(Show, cancellationToken);
        if (verdict == VerificationVerdict.Passed)
            verdict = await CheckIdentityAsync(cancellationToken);
        if (verdict == VerificationVerdict.Passed)
            verdict = await CheckOrganizationAsync(organization, cancellationToken);
        if (verdict == VerificationVerdict.Passed)
        {
            await new DatasetCheck(_datasets, connection, _settling, services.Clock.Today)
                .RunAsync(mayPay, Show, cancellationToken);
        }

        Steps = Steps.SkipWaiting();
        return new VerificationResult(verdict, role, Steps, ErrorOf(verdict))
        {
            ManagementAccount = organization.ManagementAccount,
        };
    }

    /// <summary>
    /// The gravest step that failed, which is the last: a role may refuse us and open to others. Behind a proven door
    /// it is every dataset that is not read.
    /// </summary>
    private string? ErrorOf(VerificationVerdict verdict)
    {
        var failed = Steps.Where(step => step.Outcome == StepOutcome.Failed).ToArray();
        if (failed.Length == 0)
            return null;
        if (verdict != VerificationVerdict.Passed)
            return $"{failed[^1].Detail} {failed[^1].Remedy}";
        var remedies = failed.Select(step => step.Remedy).Distinct();
        return string.Join(' ', failed.Select(step => step.Detail).Concat(remedies));
    }

    private async Task<VerificationVerdict> OpenRoleAsync(CancellationToken cancellationToken)
    {
        var opened = await _settling.AskAsync(
            connection.OpenAsync,
            seen => seen.Failure?.Reason != FailureReasons.AccessDenied,
            _ => Show(VerificationSteps.Waiting(
                VerificationSteps.AssumeRole, $"AWS refused {role}; a new role needs some seconds. Asking again.")),
            cancellationToken);
        if (opened.Succeeded)
        {
            Pass(VerificationSteps.AssumeRole, $"{role} opens with the external id.", opened.RequestId);
            return Pass(
                VerificationSteps.SourceIdentity,
                "It accepts our source identity and the policy that narrows our sessions to reads.",
                opened.RequestId);
        }

        return opened.Failure.Reason == FailureReasons.AccessDenied
            ? await RefusedAsync(opened.Failure, cancellationToken)
            : Fail(VerificationSteps.AssumeRole, opened.Failure, VerificationRemedies.OfRole);
    }

    private DoorCheck Door() => new(role, claim.ExternalId, connection, _settling);

    /// <summary>A role that refuses our sessions may open to others all the same.</summary>
    private async Task<VerificationVerdict> RefusedAsync(AwsFailure refusal, CancellationToken cancellationToken)
    {
        var verdict = await NameRefusalAsync(refusal, cancellationToken);
        return await Door().OpensToOthersAsync(Show, cancellationToken) ? VerificationVerdict.Open : verdict;
    }

    /// <summary>A role that opens to the bare form lacks what the full one asks for beyond it, and only that.</summary>
    private async Task<VerificationVerdict> NameRefusalAsync(AwsFailure refusal, CancellationToken cancellationToken)
    {
        var bare = await connection.TryDoorAsync(new DoorTry(claim.ExternalId, Full: false), cancellationToken);
        if (!bare.Succeeded)
        {
            var failure = bare.Failure.Reason == FailureReasons.AccessDenied ? refusal : bare.Failure;
            return Fail(VerificationSteps.AssumeRole, failure, VerificationRemedies.OfRole);
        }

        Pass(VerificationSteps.AssumeRole, $"{role} opens with the external id.", bare.RequestId);
        return Refuse(
            VerificationSteps.SourceIdentity,
            $"{role} opens, but not with a source identity, which names us in every event of your CloudTrail.",
            VerificationRemedies.OfSourceIdentity,
            refusal.RequestId);
    }

    private async Task<VerificationVerdict> CheckIdentityAsync(CancellationToken cancellationToken)
    {
        var answer = await connection.GetCallerIdentityAsync(cancellationToken);
        if (!answer.Succeeded)
            return Fail(VerificationSteps.CallerIdentity, answer.Failure, "Verify again.");
        var identity = answer.Value;
        var inAccount = identity.Account == account.AccountId.Value
            && identity.Arn.StartsWith($"arn:{account.Partition}:", StringComparison.Ordinal);
        return inAccount
            ? Pass(VerificationSteps.CallerIdentity, $"The session is in account {account}.", answer.RequestId)
            : Refuse(
                VerificationSteps.CallerIdentity,
                $"The role opens account {identity.Account}, not {account}.",
                "Set the role of the claimed account.",
                answer.RequestId);
    }

    private async Task<VerificationVerdict> CheckOrganizationAsync(
        OrganizationCheck organization, CancellationToken cancellationToken)
    {
        var (step, verdict) = await organization.RunAsync(Show, cancellationToken);
        Show(step);
        return verdict;
    }

    private void Show(VerificationStep step) => Steps = Steps.Replace(step);

    private VerificationVerdict Pass(string step, string detail, string? requestId)
    {
        Show(VerificationSteps.Passed(step, detail, requestId));
        return VerificationVerdict.Passed;
    }

    private VerificationVerdict Refuse(string step, string detail, string remedy, string? requestId)
    {
        Show(VerificationSteps.Failed(step, detail, remedy, requestId));
        return VerificationVerdict.Refused;
    }

    private VerificationVerdict Fail(string step, AwsFailure failure, string remedy)
    {
        var isCustomers = failure is { Fault: FaultOf.Customer, CanRetry: false }
            && failure.Reason != FailureReasons.RegionDisabled;
        var next = isCustomers ? remedy : VerificationRemedies.OfNothingFoundOut(failure);
        Refuse(step, failure.Detail, next, failure.RequestId);
        return isCustomers ? VerificationVerdict.Refused : VerificationVerdict.Unknown;
    }
}
