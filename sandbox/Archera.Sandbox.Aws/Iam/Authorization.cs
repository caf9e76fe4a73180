namespace Archera.Sandbox.Aws.Iam;

/// <summary>
/// What the caller's own policies say: role policy and session policy must both allow, and nothing may deny.
/// </summary>
public static class Authorization
{
    /// <summary>Null when the call is allowed; otherwise the end of AWS's sentence about why it is not.</summary>
    public static string? Refusal(Caller caller, PolicyRequest request)
    {
        if (IsDeniedByOrganization(caller, request))
            return "with an explicit deny in a service control policy";
        var identity = PolicyDocument.Decide(caller.IdentityPolicies, request);
        if (identity == PolicyDecision.Denied)
            return "with an explicit deny in an identity-based policy";
        var session = caller.Session?.Policy?.Decide(request);
        if (session == PolicyDecision.Denied)
            return "with an explicit deny in a session policy";
        if (identity == PolicyDecision.Silent)
            return $"because no identity-based policy allows the {request.Action} action";
        return session == PolicyDecision.Silent
            ? $"because no session policy allows the {request.Action} action"
            : null;
    }

    public static bool IsDenied(Caller caller, PolicyRequest request) =>
        IsDeniedByOrganization(caller, request)
        || PolicyDocument.Decide(caller.IdentityPolicies, request) == PolicyDecision.Denied
        || caller.Session?.Policy?.Decide(request) == PolicyDecision.Denied;

    private static bool IsDeniedByOrganization(Caller caller, PolicyRequest request) =>
        PolicyDocument.Decide(caller.ControlPolicies, request) == PolicyDecision.Denied;

    /// <summary>The keys that every request has.</summary>
    public static ConditionContext Context(Caller caller, string region, string sourceIp, DateTimeOffset now)
    {
        var context = new ConditionContext()
            .With("aws:PrincipalArn", caller.Session?.RoleArn ?? caller.Arn)
            .With("aws:PrincipalAccount", caller.AccountId)
            .With("aws:PrincipalType", caller.Session is null ? "User" : "AssumedRole")
            .With("aws:userid", caller.UserId)
            .With("aws:username", caller.Session is null ? caller.Arn[(caller.Arn.LastIndexOf('/') + 1)..] : null)
            .With("aws:RequestedRegion", region)
            .With("aws:SourceIp", sourceIp)
            .With("aws:SecureTransport", "true")
            .With("aws:CurrentTime", Iso(now))
            .With("aws:EpochTime", now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("aws:SourceIdentity", caller.Session?.SourceIdentity)
            .With("aws:MultiFactorAuthPresent", caller.Session is null ? null : "false")
            .With("aws:TokenIssueTime", caller.Session is { } session ? Iso(session.IssuedAt) : null);
        foreach (var (key, value) in caller.Tags)
            context.With("aws:PrincipalTag/" + key, value);
        return context;
    }

    private static string Iso(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
