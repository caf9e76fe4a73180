using System.Text.Json;
using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Aws.Control;

/// <summary>A role as the control surface takes it, with IAM's own limits.</summary>
internal sealed record RoleRequest(RoleArn Arn, PolicyDocument Trust, PolicyDocument Permission, int MaxSessionSeconds)
{
    /// <summary>IAM's quota for a trust policy, when raised.</summary>
    private const int MaxTrustCharacters = 4_096;

    /// <summary>IAM's quota for a role's inline policies.</summary>
    private const int MaxPermissionCharacters = 10_240;

    internal static RoleRequest? Read(JsonElement body, FieldErrors errors)
    {
        var fields =
            new JsonFields(body, errors, "", "roleArn", "trustPolicy", "permissionPolicy", "maxSessionSeconds");
        var arn = ReadArn(fields);
        var trust = fields.Policy("trustPolicy", PolicyKind.Trust, MaxTrustCharacters, required: true);
        var permission =
            fields.Policy("permissionPolicy", PolicyKind.Identity, MaxPermissionCharacters, required: true);
        var seconds = fields.Whole("maxSessionSeconds", 3_600, 43_200) ?? 3_600;
        return errors.Any ? null : new RoleRequest(arn!, trust!, permission!, seconds);
    }

    private static RoleArn? ReadArn(JsonFields fields)
    {
        var text = fields.Text("roleArn", required: true);
        var arn = text is null ? null : RoleArn.TryParse(text);
        if (text is not null && arn is null)
            fields.Wrong("roleArn", "Must be the ARN of a role: arn:aws:iam::<12 digits>:role/<name>.");
        return arn;
    }
}
