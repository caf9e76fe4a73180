using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Hosting;

namespace Archera.Sandbox.Aws.Iam;

/// <summary>The roles of every simulated account.</summary>
public sealed class RoleStore
{
    /// <summary>The name of the one inline policy of a role that is put whole.</summary>
    internal const string PutPolicyName = "Permissions";

    private readonly Dictionary<string, Role> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Role?> _stale = new(StringComparer.Ordinal);
    private readonly Journal _journal;
    private readonly TimeProvider _time;

    internal RoleStore(Journal journal, TimeProvider time)
    {
        _journal = journal;
        _time = time;
        journal.Replay(Load);
        journal.Rewrite(_roles.Values.Select(RoleLine.Write));
    }

    /// <summary>Held while a role is looked up and changed according to what was found.</summary>
    internal Lock Gate { get; } = new();

    public IReadOnlyList<Role> All()
    {
        lock (Gate)
            return [.. _roles.Values];
    }

    public Role? Find(string roleArn)
    {
        lock (Gate)
            return _roles.GetValueOrDefault(roleArn);
    }

    /// <summary>
    /// The role as it was before its trust was last changed in this process; null for one that was only made.
    /// </summary>
    internal Role? FindStale(string roleArn)
    {
        lock (Gate)
            return _stale.TryGetValue(roleArn, out var stale) ? stale : _roles.GetValueOrDefault(roleArn);
    }

    /// <summary>The account's role of that name, whatever its path and the case of its letters.</summary>
    internal Role? FindNamed(string partition, string account, string name)
    {
        lock (Gate)
        {
            return _roles.Values.FirstOrDefault(role => role.Arn.AccountId == account
                && role.Arn.Partition == partition
                && role.Arn.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>
    /// Creates the role, or replaces the policies of the one that exists and keeps its unique id.
    /// </summary>
    public Role Put(
        RoleArn arn, PolicyDocument trustPolicy, PolicyDocument permissionPolicy, int maxSessionSeconds = 3600)
    {
        lock (Gate)
        {
            var role = _roles.GetValueOrDefault(arn.Value) ?? Fresh(arn, trustPolicy, maxSessionSeconds);
            return Keep(role with
            {
                TrustPolicy = trustPolicy,
                TrustedRoleIds = TrustedIds(trustPolicy),
                Policies = Role.NoPolicies.Add(PutPolicyName, permissionPolicy),
                MaxSessionSeconds = maxSessionSeconds,
            });
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

    /// <summary>A role that does not exist yet, with a unique id that no role had before; it is not kept yet.</summary>
    internal Role Fresh(RoleArn arn, PolicyDocument trustPolicy, int maxSessionSeconds)
    {
        lock (Gate)
        {
            return new Role(
                arn, UniqueId.Role(), trustPolicy, Role.NoPolicies, maxSessionSeconds, TrustedIds(trustPolicy),
                DateTimeOffset.FromUnixTimeSeconds(_time.GetUtcNow().ToUnixTimeSeconds()));
        }
    }

    internal Role Trust(Role role, PolicyDocument trustPolicy)
    {
        lock (Gate)
            return Keep(role with { TrustPolicy = trustPolicy, TrustedRoleIds = TrustedIds(trustPolicy) });
    }

    internal Role Keep(Role role)
    {
        lock (Gate)
        {
            var before = _roles.GetValueOrDefault(role.Arn.Value);
            if (before?.TrustPolicy.Json != role.TrustPolicy.Json)
                _stale[role.Arn.Value] = before;
            _roles[role.Arn.Value] = role;
            _journal.Append(RoleLine.Write(role));
            return role;
        }
    }

    /// <summary>Deletes the role and with it, at once, all its sessions.</summary>
    public bool Delete(string roleArn)
    {
        lock (Gate)
        {
            if (!_roles.Remove(roleArn))
                return false;
            _stale.Remove(roleArn);
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

        var role = RoleLine.Read(line);
        _roles[role.Arn.Value] = role;
    }
}
