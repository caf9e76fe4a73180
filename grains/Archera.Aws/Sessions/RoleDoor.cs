using Amazon.SecurityToken.Model;
using Archera.Aws.Calls;

namespace Archera.Aws.Sessions;

/// <summary>
/// Asks for the account's role with its own external id, as our own principal: what customers mean to allow. A refusal
/// of that is judged before it counts as the role's.
/// </summary>
internal sealed class RoleDoor(AccountRole role, AssumeRoleForm form, VendorSts sts, OurStanding standing)
{
    public static bool IsAskedFor(DoorTry door, AccountRole role) =>
        door.By == OurPrincipal.Ourselves && door.ExternalId == role.ExternalId;

    public async Task<AwsAnswer<AssumeRoleResponse>> OpenAsync(
        Func<AssumeRoleRequest> request, CancellationToken cancellationToken)
    {
        var answer = await sts.AssumeAsync(request, OurPrincipal.Ourselves, cancellationToken);
        return answer.Failure is { Reason: FailureReasons.AccessDenied } refusal
            ? await standing.JudgeAsync(refusal, role.Account, sts, form.Control, cancellationToken)
            : answer;
    }
}
