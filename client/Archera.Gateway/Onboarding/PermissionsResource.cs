using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Permissions;

namespace Archera.Gateway.Onboarding;

/// <summary>What the role of one claim is asked to grant, against what was used of it.</summary>
/// <param name="PayerAccount">The account that the role is in.</param>
/// <param name="Tier">How much the role grants.</param>
/// <param name="Mode">Whether the account pays for an organization or is a linked account alone.</param>
/// <param name="AsOf">When this was true, UTC, by the billing clock.</param>
/// <param name="WindowDays">How many days back an action counts as used.</param>
/// <param name="ObservedSince">Since when use is recorded, UTC; null before the first refresh has ended. Until a whole
/// window has passed, no action that is needed counts as one to leave out; what the verification needs never
/// does.</param>
/// <param name="Permissions">Each action that the template grants, its use, and what removing it would cost.</param>
/// <param name="SmallerPolicy">A permission policy to paste in the role's place: what is needed, action by
/// action.</param>
/// <param name="Removed">The actions of the template that the smaller policy leaves out or narrows.</param>
public sealed record PermissionsResource(
    string PayerAccount,
    PermissionTier Tier,
    ConnectionMode Mode,
    DateTime AsOf,
    int WindowDays,
    DateTime? ObservedSince,
    IReadOnlyList<GrantResource> Permissions,
    PolicyDocument SmallerPolicy,
    IReadOnlyList<string> Removed)
{
    internal static PermissionsResource Of(PayerAccountKey account, PermissionUseView view)
    {
        var review = new PermissionReview(view);
        var kept = review.Smaller.Select(row => row.Action).ToArray();
        return new PermissionsResource(
            account.ToString(),
            view.Tier,
            view.Mode,
            view.AsOf.UtcDateTime,
            PermissionReview.WindowDays,
            review.ObservedSince?.UtcDateTime,
            [.. review.Rights.Rows.Select(row => GrantResource.Of(row, review))],
            PolicyDocument.Of(PolicyStatement.Allowing(RoleRights.ReadsSid, kept)),
            [.. review.Rights.Rows.Select(row => row.Action).Except(kept)]);
    }
}
