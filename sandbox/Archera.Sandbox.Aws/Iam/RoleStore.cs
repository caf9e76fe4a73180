using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Hosting;

namespace Archera.Sandbox.Aws.Iam;

/// <summary>The roles of every simulated account.</summary>
public sealed class RoleStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Role> _roles = new(StringComparer.Ordinal);
    private readonly Journal _journal;

    internal RoleStore(Journal journal)
    {
        _journal = journal;
        journal.Replay(Load);
        journal.Rewrite(_roles.Values.Select(Line));
    }

    public IReadOnlyList<Role> All()
    {
        lock (_gate)
            return [.. _roles.Values];
    }

    public Role? Find(string roleArn)
    {
        lock (_gate)
            return _roles.GetValueOrDefault(roleArn);
    }

    /// <summary>Creates the role, or changes the policies of the one that exists and keeps its unique id.</summary>
    public Role Put(
        RoleArn arn, PolicyDocument trustPolicy, PolicyDocument permissionPolicy, int maxSessionSeconds = 3600)
    {
        lock (_gate)
        {
            var id = _roles.GetValueOrDefault(arn.Value)?.Id ?? UniqueId.Role();
            var role = new Role(arn, id, trustPolicy, permissionPolicy, maxSessionSeconds, TrustedIds(trustPolicy));
            _roles[arn.Value] = role;
            _journal.Append(Line(role));
            return role;
        }
    }

    /// <summary>
    /// As <see cref="Put(RoleArn, PolicyDocument, PolicyDocument, int)"/>, from text; throws on what IAM refuses.
    /// </summary>
    public Role Put(string roleArn, string trustPolicy, string permissionPolicy, int maxSessionSeconds = 3600) => Put(
        RoleArn.TryParse(roleArn) ?? throw new FormatException($"{roleArn} is not the ARN of a role."),
        PolicyDocument.Parse(trustPolicy, PolicyKind.Trust),
        PolicyDocument.Parse(permissionPolicy, PolicyKind.Identity),
        maxSessionSeconds);

    /// <summary>Deletes the role and with it, at once, all its sessions.</summary>
    public bool Delete(string roleArn)
    {
        lock (_gate)
        {
            if (!_roles.Remove(roleArn))
                return false;
            _journal.Append(JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["deleted"] = roleArn }));
            return true;
        }
    }

    private Dictionary<string, string> TrustedIds(PolicyDocument trust) => trust.Statements
        .SelectMany(statement => statement.Principals?.Aws ?? [])
        .Distinct(StringComparer.Ordinal)
        .Where(_roles.ContainsKey)
        .ToDictionary(arn => arn, arn => _roles[arn].Id, StringComparer.Ordinal);

    private void Load(JsonElement line)
    {
        if (line.TryGetProperty("deleted", out var deleted))
        {
            _roles.Remove(deleted.GetString()!);
            return;
        }

        var arn = RoleArn.TryParse(line.GetProperty("roleArn").GetString()!)!;
        _roles[arn.Value] = new Role(
            arn,
            line.GetProperty("id").GetString()!,
            PolicyDocument.Parse(line.GetProperty("trustPolicy").GetString()!, PolicyKind.Trust),
            PolicyDocument.Parse(line.GetProperty("permissionPolicy").GetString()!, PolicyKind.Identity),
            line.GetProperty("maxSessionSeconds").GetInt32(),
            line.GetProperty("trustedRoleIds").Deserialize<Dictionary<string, string>>()!);
    }

    private static byte[] Line(Role role) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["roleArn"] = role.Arn.Value,
        ["id"] = role.Id,
        ["trustPolicy"] = role.TrustPolicy.Json,
        ["permissionPolicy"] = role.PermissionPolicy.Json,
        ["maxSessionSeconds"] = role.MaxSessionSeconds,
        ["trustedRoleIds"] = JsonSerializer.SerializeToNode(role.TrustedRoleIds),
    });
}
