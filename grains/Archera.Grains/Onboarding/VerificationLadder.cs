using System.Collections.Immutable;
using Amazon.Organizations.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Grains.Accounts;

namespace Archera.Grains.Onboarding;

/// <summary>
/// One verification run: opens the role with the external id, asks who the session is, and whether the account is its
/// organization's payer. It ends at the first step that fails.
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
            verdict = await CheckIdentityAsync(cancellationToken);
        if (verdict == VerificationVerdict.Passed)
            verdict = await CheckPayerAsync(cancellationToken);
        Steps = Steps.SkipWaiting();
        var failed = Steps.FirstOrDefault(step => step.Outcome == StepOutcome.Failed);
        return new VerificationResult(verdict, role, Steps, failed is null ? null : $"{failed.Detail} {failed.Remedy}");
    }

    private async Task<VerificationVerdict> OpenRoleAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var opened = await connection.OpenAsync(cancellationToken);
            if (opened.Succeeded)
            {
                return Pass(
                    VerificationSteps.AssumeRole, $"{role.Value} opens with the external id.", opened.RequestId);
            }

            if (opened.Failure.Reason != FailureReasons.AccessDenied || attempt >= options.SettlingRetries)
                return Fail(VerificationSteps.AssumeRole, opened.Failure, VerificationRemedies.OfRole);

            Steps = Steps.Replace(VerificationSteps.Waiting(
                VerificationSteps.AssumeRole,
                $"AWS refused {role.Value}; a new role needs some seconds. Asking again."));
            await Task.Delay(options.SettlingDelay, time, cancellationToken);
        }
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
            Steps = Steps.Replace(VerificationSteps.Skipped(Step, "Skipped: the account is connected alone."));
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

    private VerificationVerdict Pass(string step, string detail, string? requestId)
    {
        Steps = Steps.Replace(VerificationSteps.Passed(step, detail, requestId));
        return VerificationVerdict.Passed;
    }

    private VerificationVerdict Refuse(string step, string detail, string remedy, string? requestId)
    {
        Steps = Steps.Replace(VerificationSteps.Failed(step, detail, remedy, requestId));
        return VerificationVerdict.Refused;
    }

    private VerificationVerdict Fail(string step, AwsFailure failure, string remedy)
    {
        var isCustomers = failure is { Fault: FaultOf.Customer, CanRetry: false };
        var next = isCustomers ? remedy : "Nothing to change on your side: verify again later.";
        Refuse(step, failure.Detail, next, failure.RequestId);
        return isCustomers ? VerificationVerdict.Refused : VerificationVerdict.Unknown;
    }
}
