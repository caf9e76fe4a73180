using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Organizations;

/// <summary>
/// Who is in which organization: at first the accounts of the world, from then on as accounts join, change, leave, come
/// back and move. What was billed stays on the bill that it is on.
/// </summary>
public sealed class Members
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<MemberAccount>> _byPayer;
    private readonly AwsWorld _world;
    private readonly Journal _journal;

    internal Members(AwsWorld world, Journal journal)
    {
        (_world, _journal) = (world, journal);
        _byPayer = world.Organizations.ToDictionary(
            organization => organization.PayerAccountId,
            organization => organization.Accounts.ToList(),
            StringComparer.Ordinal);
        journal.Replay(line => Keep(
            line.GetProperty("payer").GetString()!,
            line.GetProperty("account").GetString()!,
            line.GetProperty("member").Deserialize<MemberAccount>()));
    }

    public IReadOnlyList<MemberAccount> Of(string payer)
    {
        lock (_gate)
        {
            return [.. _byPayer[payer]];
        }
    }

    public MemberAccount? Find(string payer, string account) =>
        Of(payer).FirstOrDefault(member => member.Id == account);

    /// <summary>The organization that the account is in now; null when it is in none.</summary>
    public Organization? OrganizationOf(string account)
    {
        lock (_gate)
        {
            return _world.Organizations.FirstOrDefault(organization => organization.PayerAccountId == account)
                ?? _world.Organizations.FirstOrDefault(organization =>
                    _byPayer[organization.PayerAccountId].Exists(member => member.Id == account));
        }
    }

    /// <summary>The account joins the payer's organization, or is listed otherwise from now on.</summary>
    /// <exception cref="ArgumentException">The world has no such payer.</exception>
    public void Put(string payer, MemberAccount member) => Change(payer, member.Id, member);

    /// <summary>The account leaves the payer's organization.</summary>
    /// <exception cref="ArgumentException">The world has no such payer, or it is the account.</exception>
    public void Remove(string payer, string account)
    {
        if (payer == account)
            throw new ArgumentException($"{payer} is the management account: it can't leave.");
        Change(payer, account, null);
    }

    private void Change(string payer, string account, MemberAccount? member)
    {
        if (!_byPayer.ContainsKey(payer))
            throw new ArgumentException($"{payer} is no payer of this world.");
        lock (_gate)
        {
            Keep(payer, account, member);
            _journal.Append(JsonSerializer.SerializeToUtf8Bytes(new JsonObject
            {
                ["payer"] = payer,
                ["account"] = account,
                ["member"] = JsonSerializer.SerializeToNode(member),
            }));
        }
    }

    private void Keep(string payer, string account, MemberAccount? member)
    {
        var members = _byPayer[payer];
        var at = members.FindIndex(known => known.Id == account);
        if (member is null && at >= 0)
            members.RemoveAt(at);
        else if (member is not null && at >= 0)
            members[at] = member;
        else if (member is not null)
            members.Add(member);
    }
}
