using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Archera.Sandbox.Aws.CloudTrail;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>Makes a role, with a unique id that no role had before it.</summary>
internal sealed partial class CreateRole(RoleStore roles, TrustedPrincipals principals) : RoleOperation(roles)
{
    private const int DefaultSeconds = 3_600;
    private const int MaxSeconds = 43_200;

    public override string Name => "CreateRole";

    protected override void Check(QueryForm form, FieldChecks checks)
    {
        PolicyField.Check(form, "AssumeRolePolicyDocument", checks);
        checks.Text(form["Path"], "path", 1, 512);
        checks.Text(form["Description"], "description", 0, 1_000, DescriptionPattern());
        checks.Number(Seconds(form), "maxSessionDuration", DefaultSeconds, MaxSeconds);
        checks.Text(form["PermissionsBoundary"], "permissionsBoundary", 20, 2_048);
        RoleTags.Check(form, checks);
    }

    protected override AwsError? Wrong(QueryForm form)
    {
        if (form["MaxSessionDuration"] is not null && Seconds(form) is null)
            return new AwsError(400, "MalformedInput", null);
        if (form["Path"] is { } path && !PathPattern().IsMatch(path))
        {
            return new AwsError(
                400,
                "ValidationError",
                "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric "
                    + "characters and/or / characters.");
        }

        // No managed policy exists here, so none can be a boundary: refused rather than ignored.
        return form["PermissionsBoundary"] is { } boundary
            ? new AwsError(404, "NoSuchEntity", $"Scope ARN: {boundary} does not exist or is not attachable.")
            : RoleTags.Wrong(form);
    }

    protected override QueryAnswer Answer(QueryCall call, string name, Role? found)
    {
        if (found is not null)
            return Refuse(call, new AwsError(409, "EntityAlreadyExists", $"Role with name {name} already exists."));
        var (trust, error) = Read(call.Form["AssumeRolePolicyDocument"]!, PolicyKind.Trust);
        error ??= principals.Invalid(trust!, call.Caller.Partition) ?? PolicyField.TrustTooLong(trust!);
        if (error is not null)
            return Refuse(call, error);
        var path = call.Form["Path"] ?? "/";
        var arn = RoleArn.TryParse($"arn:{call.Caller.Partition}:iam::{call.Caller.AccountId}:role{path}{name}")!;
        var role = Roles.Keep(Roles.Fresh(arn, trust!, Seconds(call.Form) ?? DefaultSeconds) with
        {
            Description = call.Form["Description"],
            Tags = RoleTags.Read(call.Form).ToImmutableDictionary(),
        });
        return new QueryAnswer(
            [RoleXml.Of(role, details: false)], null, ResponseElements: Trail(role), ResourceArn: role.Arn.Value);
    }

    private static JsonObject Trail(Role role) => new()
    {
        ["role"] = new JsonObject
        {
            ["path"] = role.Arn.Path,
            ["roleName"] = role.Arn.Name,
            ["roleId"] = role.Id,
            ["arn"] = role.Arn.Value,
            ["createDate"] = TrailEvent.Iso(role.CreatedAt),
            ["assumeRolePolicyDocument"] = Uri.EscapeDataString(role.TrustPolicy.Json),
        },
    };

    private static int? Seconds(QueryForm form) =>
        int.TryParse(
            form["MaxSessionDuration"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;

    [GeneratedRegex(@"\A(\u002F|\u002F[\u0021-\u007E]+\u002F)\z", RegexOptions.CultureInvariant)]
    private static partial Regex PathPattern();

    [GeneratedRegex(@"\A[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex DescriptionPattern();
}
