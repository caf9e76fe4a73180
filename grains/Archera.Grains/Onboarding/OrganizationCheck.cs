using Amazon.Organizations.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Grains.Onboarding;

/// <summary>
/// Asks whose bill the account's costs are on. A payer must be its organization's management account; an account that
/// is connected alone may be a member, or belong to no organization at all, but must let us know: a role that denies
/// the question could hide that the payer is another tenant's.
/// </summary>
public sealed class OrganizationCheck(
    PayerAccountKey account, ConnectionMode mode, IAccountConnection connection, Settling settling)
{
    private const string Rung = VerificationSteps.OrganizationPayer;

    /// <summary>The account that pays the bill, where AWS said so.</summary>
    public AwsAccountId? ManagementAccount { get; private set; }

    private bool IsAlone => mode == ConnectionMode.SubAccount;

    public async Task<RungResult> RunAsync(Action<VerificationStep> show, CancellationToken cancellationToken)
    {
        var answer = await settling.AskAsync(
            token => connection.OrganizationsAsync(
                (client, attempt) => client.DescribeOrganizationAsync(new DescribeOrganizationRequest(), attempt),
                "DescribeOrganization",
                token),
            seen => seen.Failure?.Reason != FailureReasons.AccessDenied,
            _ => show(VerificationSteps.Waiting(
                Rung,
                "AWS denies organizations:DescribeOrganization; a changed permission needs some seconds. Asking "
                + "again.")),
            cancellationToken);
        if (!answer.Succeeded)
            return IsAlone ? OfAlone(answer.Failure) : OfPayer(answer.Failure);
        return AwsAccountId.TryParse(answer.Value.Organization?.MasterAccountId, out var management)
            ? Of(management, answer.RequestId)
            : Unknown(
                "AWS described the organization without its management account.",
                VerificationRemedies.Later,
                answer.RequestId);
    }

    private RungResult Of(AwsAccountId management, string? requestId)
    {
        ManagementAccount = management;
        if (management == account.AccountId)
        {
            return Passed(
                $"Account {account} is its organization's management account."
                + (IsAlone ? " It is connected alone: mode Payer would read the whole organization." : ""),
                requestId);
        }

        return IsAlone
            ? Passed(
                $"Account {account} is a member, connected alone; its organization's management account is "
                + $"{management}, which pays its bill.",
                requestId)
            : Refused(
                $"Account {account} is a member; its organization's management account is {management}.",
                "Claim the management account, or claim this one with mode SubAccount.",
                requestId);
    }

    private static RungResult OfPayer(AwsFailure failure) => failure.Reason switch
    {
        FailureReasons.AccessDenied => Refused(
            $"It can't be told whose bill this is: {DeniedAction.Words(VerificationLadder.Actions, failure)}",
            $"{DeniedAction.Remedy(VerificationLadder.Actions)} {VerificationRemedies.OfMember}",
            failure.RequestId),
        FailureReasons.NoOrganization => Refused(
            failure.Detail, VerificationRemedies.OfNoOrganization, failure.RequestId),
        _ => Unknown(failure.Detail, VerificationRemedies.OfNothingFoundOut(failure), failure.RequestId),
    };

    private RungResult OfAlone(AwsFailure failure) => failure.Reason switch
    {
        FailureReasons.NoOrganization => Passed(
            $"Account {account} belongs to no organization: it pays its own bill.", failure.RequestId),
        FailureReasons.AccessDenied => Refused(
            "It can't be told whether another account pays this one's bill. "
            + DeniedAction.Words(VerificationLadder.Actions, failure),
            DeniedAction.Remedy(VerificationLadder.Actions),
            failure.RequestId),
        _ => Unknown(failure.Detail, VerificationRemedies.OfNothingFoundOut(failure), failure.RequestId),
    };

    private static RungResult Passed(string detail, string? requestId) =>
        new(VerificationSteps.Passed(Rung, detail, requestId), VerificationVerdict.Passed);

    private static RungResult Refused(string detail, string remedy, string? requestId) =>
        new(VerificationSteps.Failed(Rung, detail, remedy, requestId), VerificationVerdict.Refused);

    private static RungResult Unknown(string detail, string remedy, string? requestId) =>
        new(VerificationSteps.Failed(Rung, detail, remedy, requestId), VerificationVerdict.Unknown);
}
