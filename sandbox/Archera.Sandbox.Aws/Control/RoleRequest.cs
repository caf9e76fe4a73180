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
        var trust = Policy(fields, "trustPolicy", PolicyKind.Trust, MaxTrustCharacters);
        var permission = Policy(fields, "permissionPolicy", PolicyKind.Identity, MaxPermissionCharacters);
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

    private static PolicyDocument? Policy(JsonFields fields, string name, PolicyKind kind, int maxCharacters)
    {
        if (fields.Json(name, required: true) is not { } json)
            return null;
        if (json.Count(character => !char.IsWhiteSpace(character)) > maxCharacters)
            fields.Wrong(name, $"Must have at most {maxCharacters} characters without blanks.");
        if (PolicyDocument.TryParse(json, kind, out var policy, out var error))
            return policy;
        fields.Wrong(name, error);
        return null;
    }
}
