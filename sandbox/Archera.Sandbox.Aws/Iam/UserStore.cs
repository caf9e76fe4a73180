using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Iam;

/// <summary>The simulated IAM users: the same, with the same keys, for the same seed.</summary>
public sealed class UserStore
{
    private static readonly PolicyDocument MayAssumeAnyRole = PolicyDocument.Parse(
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*",
        "Action":["sts:AssumeRole","sts:SetSourceIdentity","sts:TagSession"]}]}
        """,
        PolicyKind.Identity);

    private static readonly PolicyDocument MayDoEverything = PolicyDocument.Parse(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""",
        PolicyKind.Identity);

    private readonly int _seed;
    private readonly ConcurrentDictionary<string, IamUser> _byKey;

    internal UserStore(int seed, AwsWorld world)
    {
        _seed = seed;
        var account = FreeAccount(seed, "vendor account", id => world.Find(id) is null);
        var other = FreeAccount(seed, "witness account", id => world.Find(id) is null && id != account);
        Vendor = Create(account, "vendor", "archera", MayAssumeAnyRole);
        Colleague = Create(account, "colleague", "archera-colleague", MayAssumeAnyRole);
        Witness = Create(other, "witness", "archera-witness", MayAssumeAnyRole);
        _byKey = new(
            new[] { Vendor, Colleague, Witness }.Select(user => KeyValuePair.Create(user.AccessKeyId, user)),
            StringComparer.Ordinal);
    }

    /// <summary>The vendor's own user, the principal that customers' roles are meant to trust.</summary>
    public IamUser Vendor { get; }

    /// <summary>
    /// Another user of the vendor's account: a role that opens to it trusts the whole account, or everybody.
    /// </summary>
    public IamUser Colleague { get; }

    /// <summary>A user of a second vendor account: a role that opens to it trusts everybody, or that account.</summary>
    public IamUser Witness { get; }

    /// <summary>
    /// Gives one of the three users another policy, as its owner may; the user itself, as it is here, restores it.
    /// </summary>
    public void Replace(IamUser user)
    {
        if (!_byKey.ContainsKey(user.AccessKeyId))
            throw new ArgumentException($"{user} is none of the vendor's users.", nameof(user));
        _byKey[user.AccessKeyId] = user;
    }

    /// <summary>The user that may do everything in the account, as its owner has one; in the partition aws.</summary>
    public IamUser Administrator(string accountId)
    {
        var user = Create(accountId, "administrator of " + accountId, "administrator", MayDoEverything);
        // The account is in the key, as in AWS's own, so that millions of accounts need no table of keys.
        return user with { AccessKeyId = UniqueId.KeyOf(accountId, user.AccessKeyId[^UniqueId.KeyProofLength..]) };
    }

    internal IamUser? Find(string accessKeyId)
    {
        if (_byKey.TryGetValue(accessKeyId, out var user))
            return user;
        return UniqueId.AccountOf(accessKeyId) is { } account
            && Administrator(account) is { } administrator
            && administrator.AccessKeyId == accessKeyId
                ? administrator
                : null;
    }

    internal bool Exists(string userArn) => _byKey.Values.Any(user => user.UserArn == userArn)
        || (userArn.Split(':') is [_, _, _, _, var account, _]
            && AccountId.IsOne(account)
            && Administrator(account).UserArn == userArn);

    private IamUser Create(string account, string purpose, string name, PolicyDocument policy) => new(
        account,
        $"arn:aws:iam::{account}:user/{name}",
        "AIDA" + UniqueId.Stable(_seed, purpose + " user", 17),
        "AKIA" + UniqueId.Stable(_seed, purpose + " key", 16),
        UniqueId.Stable(_seed, purpose + " secret", 40, base64: true),
        policy);

    private static string FreeAccount(int seed, string purpose, Func<string, bool> isFree) =>
        Enumerable.Range(0, int.MaxValue).Select(attempt => StableAccount(seed, purpose, attempt)).First(isFree);

    private static string StableAccount(int seed, string purpose, int attempt)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{purpose}:{attempt}"));
        return (100_000_000_000 + (long)(BitConverter.ToUInt64(hash) % 900_000_000_000))
            .ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
