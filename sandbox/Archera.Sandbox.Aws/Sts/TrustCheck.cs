using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Aws.Sts;

/// <summary>
/// Whether a caller may take a role: the role's trust policy and the caller's own policies must both allow, except
/// inside one account when the trust names the caller itself.
/// </summary>
internal static class TrustCheck
{
    /// <summary>The first action that is not granted, or null. It never says which side refused.</summary>
    internal static string? Refused(
        Caller caller, Role? role, AssumeRoleRequest request, ConditionContext callerContext,
        ConditionContext trustContext)
    {
        var actions = new List<string> { "sts:AssumeRole" };
        if ((request.SourceIdentity ?? caller.Session?.SourceIdentity) is not null)
            actions.Add("sts:SetSourceIdentity");
        if (request.Tags.Count > 0)
            actions.Add("sts:TagSession");
        return actions.Find(action => role is null
            || caller.Partition != role.Arn.Partition
            || !MayTake(
                caller,
                role,
                new PolicyRequest(action, [role.Arn.Value], callerContext),
                new PolicyRequest(action, [role.Arn.Value], trustContext)));
    }

    private static bool MayTake(Caller caller, Role role, PolicyRequest own, PolicyRequest trust)
    {
        var match = PrincipalMatch.None;
        foreach (var statement in role.TrustPolicy.Statements.Where(statement => statement.Speaks(trust)))
        {
            var named = statement.Principals!.Match(caller, role.TrustedRoleIds);
            if (named == PrincipalMatch.None)
                continue;
            if (!statement.Allows)
                return false;
            match = named > match ? named : match;
        }

        if (match == PrincipalMatch.Directly && caller.AccountId == role.Arn.AccountId)
            return !Authorization.IsDenied(caller, own);
        return match != PrincipalMatch.None && Authorization.Refusal(caller, own) is null;
    }
}
