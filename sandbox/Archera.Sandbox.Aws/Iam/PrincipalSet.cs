namespace Archera.Sandbox.Aws.Iam;

/// <summary>The principals of a statement, as written. Only the type AWS can be a caller here.</summary>
public sealed record PrincipalSet(IReadOnlyList<string> Aws)
{
    /// <summary>How the set names the caller; the strongest form wins.</summary>
    /// <param name="trustedRoleIds">The unique id that each role ARN had when the policy was stored.</param>
    public PrincipalMatch Match(Caller caller, IReadOnlyDictionary<string, string> trustedRoleIds)
    {
        var match = PrincipalMatch.None;
        foreach (var principal in Aws)
        {
            if (IsCaller(principal, caller, trustedRoleIds))
                return PrincipalMatch.Directly;
            if (principal == "*" || principal == caller.AccountId || principal == caller.AccountRootArn)
                match = PrincipalMatch.ThroughAccount;
        }

        return match;
    }

    private static bool IsCaller(string principal, Caller caller, IReadOnlyDictionary<string, string> trustedRoleIds)
    {
        if (principal == caller.Arn)
            return true;
        return principal == caller.Session?.RoleArn
            && trustedRoleIds.GetValueOrDefault(principal) == caller.Session.RoleId;
    }
}
