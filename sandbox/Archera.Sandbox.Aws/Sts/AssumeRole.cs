using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Archera.Sandbox.Aws.CloudTrail;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Sts;

/// <summary>Issues sessions, or refuses in AWS's words without saying what AWS hides.</summary>
internal sealed class AssumeRole(RoleStore roles, SessionStore sessions, AwsWorld world, int maxSourceIdentity)
    : IQueryOperation
{
    private const int ChainingSeconds = 3_600;

    public ServiceProfile Service => ServiceProfile.Sts;

    public string Name => "AssumeRole";

    public QueryAnswer Handle(QueryCall call)
    {
        var (request, error) = AssumeRoleRequest.Read(call.Form, maxSourceIdentity);
        if (request is null)
            return new QueryAnswer(null, error, Parameters(call.Form));

        // An MFA device is nobody's here, so that any code for one is wrong.
        if (call.Form["SerialNumber"] is not null || call.Form["TokenCode"] is not null)
            return Refuse(call, request, 403, "AccessDenied",
                "MultiFactorAuthentication failed with invalid MFA one time pass code. ");

        var role = call.StaleTrust ? roles.FindStale(request.Role.Value) : roles.Find(request.Role.Value);
        var own = Authorization.Context(call.Caller, call.Region, call.SourceIp, call.Now);
        var refused = TrustCheck.Refused(call.Caller, role, request, own, TrustContext(call, request));
        if (refused is not null)
        {
            return Refuse(call, request, 403, "AccessDenied",
                $"User: {call.Caller.Arn} is not authorized to perform: {refused} on resource: {request.Role.Value}");
        }

        return Limit(call.Caller, role!, request) is { } limit
            ? Refuse(call, request, 400, "ValidationError", limit)
            : Issue(call, role!, request);
    }

    private static string? Limit(Caller caller, Role role, AssumeRoleRequest request)
    {
        var inherited = caller.Session?.SourceIdentity;
        if (request.DurationSeconds > role.MaxSessionSeconds)
            return "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
        if (caller.Session is not null && request.DurationSeconds > ChainingSeconds)
            return "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.";
        return inherited is not null && request.SourceIdentity is { } asked && asked != inherited
            ? "The source identity is already set for this assume role session"
            : null;
    }

    private ConditionContext TrustContext(QueryCall call, AssumeRoleRequest request)
    {
        var context = Authorization.Context(call.Caller, call.Region, call.SourceIp, call.Now)
            .With("sts:ExternalId", request.ExternalId)
            .With("sts:RoleSessionName", request.SessionName)
            .With("sts:SourceIdentity", request.SourceIdentity)
            .With("aws:PrincipalOrgID", world.Find(call.Caller.AccountId)?.Id)
            .With("aws:TagKeys", [.. request.Tags.Keys]);
        foreach (var (key, value) in request.Tags)
            context.With("aws:RequestTag/" + key, value);
        return context;
    }

    private QueryAnswer Issue(QueryCall call, Role role, AssumeRoleRequest request)
    {
        var issuedAt = DateTimeOffset.FromUnixTimeSeconds(call.Now.ToUnixTimeSeconds());
        var session = new RoleSession(
            UniqueId.SessionKey(),
            UniqueId.Secret(),
            "IQoJb3JpZ2luX2Vj" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(240)),
            role.Arn.Value,
            role.Id,
            role.Arn.AccountId,
            request.SessionName,
            issuedAt,
            issuedAt.AddSeconds(request.DurationSeconds),
            request.SourceIdentity ?? call.Caller.Session?.SourceIdentity,
            request.Policy,
            request.Tags);
        sessions.Add(session, call.Now);
        return new QueryAnswer(
            Result(session, request), null, Parameters(call.Form), ResponseElements(session), role.Arn.Value);
    }

    private static List<XElement> Result(RoleSession session, AssumeRoleRequest request)
    {
        var ns = QueryXml.Sts;
        var result = new List<XElement>
        {
            new(ns + "AssumedRoleUser",
                new XElement(ns + "AssumedRoleId", session.UserId),
                new XElement(ns + "Arn", session.Arn)),
            new(ns + "Credentials",
                new XElement(ns + "AccessKeyId", session.AccessKeyId),
                new XElement(ns + "SecretAccessKey", session.SecretAccessKey),
                new XElement(ns + "SessionToken", session.SessionToken),
                new XElement(ns + "Expiration", TrailEvent.Iso(session.ExpiresAt))),
        };
        if (request.PackedPolicySize is { } packed)
            result.Add(new XElement(ns + "PackedPolicySize", packed));
        if (session.SourceIdentity is not null)
            result.Add(new XElement(ns + "SourceIdentity", session.SourceIdentity));
        return result;
    }

    private static QueryAnswer Refuse(
        QueryCall call, AssumeRoleRequest request, int status, string code, string message) =>
        new(null, new AwsError(status, code, message), Parameters(call.Form), ResourceArn: request.Role.Value);

    private static JsonObject Parameters(QueryForm form)
    {
        var parameters = new JsonObject();
        foreach (var name in new[] { "RoleArn", "RoleSessionName", "ExternalId", "SourceIdentity", "Policy" })
        {
            if (form[name] is { } value)
                parameters[char.ToLowerInvariant(name[0]) + name[1..]] = value;
        }

        if (int.TryParse(form["DurationSeconds"], out var seconds))
            parameters["durationSeconds"] = seconds;
        return parameters;
    }

    /// <summary>The access key that ties later calls to this one. The token itself is left out.</summary>
    private static JsonObject ResponseElements(RoleSession session) => new()
    {
        ["credentials"] = new JsonObject
        {
            ["accessKeyId"] = session.AccessKeyId,
            ["sessionToken"] = "HIDDEN_DUE_TO_SECURITY_REASONS",
            ["expiration"] =
                session.ExpiresAt.UtcDateTime.ToString("MMM d, yyyy, h:mm:ss tt", CultureInfo.InvariantCulture),
        },
        ["assumedRoleUser"] = new JsonObject { ["assumedRoleId"] = session.UserId, ["arn"] = session.Arn },
    };
}
