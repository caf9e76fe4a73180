using System.Collections.Immutable;
using Amazon.Organizations.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Grains.Accounts;

namespace Archera.Grains.Onboarding;

/// <summary>
/// One verification run: opens the role with the external id, proves that it opens with no other, asks who the session
/// is, and whether the account is its organization's payer. It ends at the first step that fails, and the session is
/// not used before the role is proven shut.
/// </summary>
public sealed class VerificationLadder(
    PayerAccountKey account,
    Claim claim,
    RoleArn role,
    IAccountConnection connection,
    OnboardingOptions options,
    TimeProvider time)
{
    /// <summary>The IAM actions that the steps need beyond those of the datasets.</summary>
    public static readonly ImmutableArray<string> Actions = ["organizations:DescribeOrganization"];

    public RoleArn Role => role;

    public ImmutableArray<VerificationStep> Steps { get; private set; } = VerificationSteps.NotRun;

    public async Task<VerificationResult> ClimbAsync(CancellationToken cancellationToken)
    {
        var verdict = await OpenRoleAsync(cancellationToken);
        if (verdict == VerificationVerdict.Passed)
            verdict = await Door().RunAsync(Show, cancellationToken);
        if (verdict == VerificationVerdict.Passed)
            verdict = await CheckIdentityAsync(cancellationToken);
        if (verdict == VerificationVerdict.Passed)
            verdict = await CheckPayerAsync(cancellationToken);
        Steps = Steps.SkipWaiting();
        // A role may refuse us and open to others: the later step is the graver one.
        var failed = Steps.LastOrDefault(step => step.Outcome == StepOutcome.Failed);
        return new VerificationResult(verdict, role, Steps, failed is null ? null : $"{failed.Detail} {failed.Remedy}");
    }

    private async Task<VerificationVerdict> OpenRoleAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var opened = await connection.OpenAsync(cancellationToken);
            if (opened.Succeeded)
            {
                Pass(VerificationSteps.AssumeRole, $"{role} opens with the external id.", opened.RequestId);
                return Pass(
                    VerificationSteps.SourceIdentity,
                    "It accepts our source identity and the policy that narrows our sessions to reads.",
                    opened.RequestId);
            }

            if (opened.Failure.Reason != FailureReasons.AccessDenied)
                return Fail(VerificationSteps.AssumeRole, opened.Failure, VerificationRemedies.OfRole);
            if (attempt >= options.SettlingRetries)
                return await RefusedAsync(opened.Failure, cancellationToken);

            Show(VerificationSteps.Waiting(
                VerificationSteps.AssumeRole, $"AWS refused {role}; a new role needs some seconds. Asking again."));
            await Task.Delay(options.SettlingDelay, time, cancellationToken);
        }
    }

    private DoorCheck Door() => new(role, claim.ExternalId, connection, options, time);

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
            return Fail(VerificationSteps.AssumeRole, refusal, VerificationRemedies.OfRole);
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

    private async Task<VerificationVerdict> CheckPayerAsync(CancellationToken cancellationToken)
    {
        const string Step = VerificationSteps.OrganizationPayer;
        if (claim.Mode == ConnectionMode.SubAccount)
        {
            Show(VerificationSteps.Skipped(Step, "Skipped: the account is connected alone."));
            return VerificationVerdict.Passed;
        }

        var answer = await connection.OrganizationsAsync(
            (organizations, token) =>
                organizations.DescribeOrganizationAsync(new DescribeOrganizationRequest(), token),
            "DescribeOrganization",
            cancellationToken);
        if (!answer.Succeeded)
            return Fail(Step, answer.Failure, VerificationRemedies.OfOrganization(answer.Failure));

        var payer = answer.Value.Organization?.MasterAccountId;
        return payer == account.AccountId.Value
            ? Pass(Step, $"Account {account} is its organization's management account.", answer.RequestId)
            : Refuse(
                Step,
                $"Account {account} is a member; its organization's management account is {payer}.",
                "Claim the management account, or claim this one with mode SubAccount.",
                answer.RequestId);
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
