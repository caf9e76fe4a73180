using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Organizations;

/// <summary>
/// The service control policies of accounts. Each stands beside AWS's FullAWSAccess, so that what it allows changes
/// nothing and what it denies is denied to every principal of the account. It never binds principals of another
/// account, not even those that take a role here, until they have taken it.
/// </summary>
public sealed class ControlPolicies
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PolicyDocument> _byAccount = new(StringComparer.Ordinal);
    private readonly AwsWorld _world;
    private readonly Journal _journal;

    internal ControlPolicies(AwsWorld world, Journal journal)
    {
        _world = world;
        _journal = journal;
        journal.Replay(line => Keep(
            line.GetProperty("account").GetString()!,
            line.GetProperty("policy").GetString() is { } json
                ? PolicyDocument.Parse(json, PolicyKind.Identity)
                : null));
    }

    /// <summary>Attaches the policy in place of the one before; null takes it away.</summary>
    /// <exception cref="ArgumentException">The account is in no organization of this world.</exception>
    public void Put(string account, PolicyDocument? policy)
    {
        if (_world.Find(account) is null)
            throw new ArgumentException($"{account} is in no organization of this world.");
        lock (_gate)
        {
            Keep(account, policy);
            _journal.Append(JsonSerializer.SerializeToUtf8Bytes(
                new JsonObject { ["account"] = account, ["policy"] = policy?.Json }));
        }
    }

    /// <summary>As <see cref="Put(string, PolicyDocument)"/>, from text; throws on what IAM refuses.</summary>
    public void Put(string account, string policy) => Put(account, PolicyDocument.Parse(policy, PolicyKind.Identity));

    /// <summary>What binds the principals of the account; nothing ever binds those of a management account.</summary>
    internal IReadOnlyCollection<PolicyDocument> Of(string account)
    {
        lock (_gate)
        {
            return _byAccount.TryGetValue(account, out var policy) && _world.Find(account)?.PayerAccountId != account
                ? [policy]
                : [];
        }
    }

    private void Keep(string account, PolicyDocument? policy)
    {
        if (policy is null)
            _byAccount.Remove(account);
        else
            _byAccount[account] = policy;
    }
}
