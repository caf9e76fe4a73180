using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Archera.Sandbox.Aws.Iam;

/// <summary>A role as one line of the journal.</summary>
internal static class RoleLine
{
    internal static byte[] Write(Role role) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["roleArn"] = role.Arn.Value,
        ["id"] = role.Id,
        ["trustPolicy"] = role.TrustPolicy.Json,
        ["policies"] = JsonSerializer.SerializeToNode(
            role.Policies.ToDictionary(policy => policy.Key, policy => policy.Value.Json, StringComparer.Ordinal)),
        ["maxSessionSeconds"] = role.MaxSessionSeconds,
        ["trustedRoleIds"] = JsonSerializer.SerializeToNode(role.TrustedRoleIds),
        ["createdAt"] = role.CreatedAt,
        ["description"] = role.Description,
        ["tags"] = JsonSerializer.SerializeToNode(role.Tags),
        ["managedPolicyArns"] = JsonSerializer.SerializeToNode(role.ManagedPolicyArns),
    });

    internal static Role Read(JsonElement line)
    {
        // Lines of earlier versions have one policy without a name, and nothing about when the role was made.
        var created = line.TryGetProperty("createdAt", out var at) ? at.GetDateTimeOffset() : DateTimeOffset.UnixEpoch;
        var policies = line.TryGetProperty("policies", out var named)
            ? Texts(named)
            : new() { [RoleStore.PutPolicyName] = line.GetProperty("permissionPolicy").GetString()! };
        return new Role(
            RoleArn.TryParse(line.GetProperty("roleArn").GetString()!)!,
            line.GetProperty("id").GetString()!,
            PolicyDocument.Parse(line.GetProperty("trustPolicy").GetString()!, PolicyKind.Trust),
            policies.ToImmutableSortedDictionary(
                policy => policy.Key,
                policy => PolicyDocument.Parse(policy.Value, PolicyKind.Identity),
                StringComparer.Ordinal),
            line.GetProperty("maxSessionSeconds").GetInt32(),
            Texts(line.GetProperty("trustedRoleIds")),
            created)
        {
            Description = line.TryGetProperty("description", out var description) ? description.GetString() : null,
            Tags = line.TryGetProperty("tags", out var tags) ? Texts(tags) : [],
            ManagedPolicyArns = line.TryGetProperty("managedPolicyArns", out var arns)
                ? arns.Deserialize<string[]>()!.ToImmutableSortedSet(StringComparer.Ordinal)
                : [],
        };
    }

    private static Dictionary<string, string> Texts(JsonElement element) =>
        element.Deserialize<Dictionary<string, string>>()!;
}
