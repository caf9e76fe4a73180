using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>
/// An IAM call about one role of the caller's own account: its fields first, then whether the caller may, then the
/// role, which nobody else changes meanwhile.
/// </summary>
internal abstract partial class RoleOperation(RoleStore roles) : IQueryOperation
{
    private static readonly string[] Trailed =
    [
        "RoleName", "Path", "PolicyName", "PolicyArn", "PolicyDocument", "AssumeRolePolicyDocument", "Description",
        "MaxSessionDuration",
    ];

    public ServiceProfile Service => ServiceProfile.Iam;

    public abstract string Name { get; }

    protected RoleStore Roles => roles;

    public QueryAnswer Handle(QueryCall call)
    {
        var name = call.Form["RoleName"];
        var checks = new FieldChecks();
        checks.Required(name, "roleName");
        checks.Text(name, "roleName", 1, 64);
        Check(call.Form, checks);
        if ((checks.Error ?? WrongName(name!, "roleName") ?? Wrong(call.Form)) is { } error)
            return Refuse(call, error);
        lock (roles.Gate)
        {
            var found = roles.FindNamed(call.Caller.Partition, call.Caller.AccountId, name!);
            return Forbidden(call, found, name!) is { } forbidden ? Refuse(call, forbidden)
                : Answer(call, name!, found) with { RequestParameters = Parameters(call.Form) };
        }
    }

    /// <summary>Notes what the schema says against the operation's further fields.</summary>
    protected virtual void Check(QueryForm form, FieldChecks checks)
    {
    }

    /// <summary>What IAM says against a field that the schema accepts.</summary>
    protected virtual AwsError? Wrong(QueryForm form) => null;

    protected abstract QueryAnswer Answer(QueryCall call, string name, Role? found);

    protected static QueryAnswer Refuse(QueryCall call, AwsError error) => new(null, error, Parameters(call.Form));

    protected static AwsError? WrongName(string name, string field) => NamePattern().IsMatch(name)
        ? null
        : new AwsError(
            400,
            "ValidationError",
            $"The specified value for {field} is invalid. It must contain only alphanumeric characters and/or the "
                + "following: +=,.@_-");

    /// <summary>Reads a policy that has passed the schema.</summary>
    protected static (PolicyDocument? Policy, AwsError? Error) Read(string json, PolicyKind kind) =>
        PolicyDocument.TryParse(json, kind, out var policy, out var error)
            ? (policy, null)
            : (null, new AwsError(400, "MalformedPolicyDocument", error));

    private AwsError? Forbidden(QueryCall call, Role? found, string name)
    {
        var arn = found?.Arn.Value
            ?? $"arn:{call.Caller.Partition}:iam::{call.Caller.AccountId}:role{call.Form["Path"] ?? "/"}{name}";
        var request = new PolicyRequest(
            "iam:" + Name, [arn], Authorization.Context(call.Caller, call.Region, call.SourceIp, call.Now));
        return Authorization.Refusal(call.Caller, request) is { } reason
            ? Service.Forbidden(call.Caller, request.Action, $"role {name}", reason)
            : null;
    }

    private static JsonObject Parameters(QueryForm form)
    {
        var parameters = new JsonObject();
        foreach (var name in Trailed)
            if (form[name] is { } value)
                parameters[char.ToLowerInvariant(name[0]) + name[1..]] = value;
        return parameters;
    }

    [GeneratedRegex(@"\A[\w+=,.@-]+\z", RegexOptions.ECMAScript)]
    private static partial Regex NamePattern();
}
