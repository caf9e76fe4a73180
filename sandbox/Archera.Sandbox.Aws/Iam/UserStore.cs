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

    private readonly Dictionary<string, IamUser> _byKey;

    internal UserStore(int seed, AwsWorld world)
    {
        var account = FreeAccount(seed, "vendor account", id => world.Find(id) is null);
        var other = FreeAccount(seed, "witness account", id => world.Find(id) is null && id != account);
        Vendor = Create(seed, account, "vendor", "archera");
        Colleague = Create(seed, account, "colleague", "archera-colleague");
        Witness = Create(seed, other, "witness", "archera-witness");
        _byKey = new[] { Vendor, Colleague, Witness }.ToDictionary(user => user.AccessKeyId, StringComparer.Ordinal);
    }

    /// <summary>The vendor's own user, the principal that customers' roles are meant to trust.</summary>
    public IamUser Vendor { get; }

    /// <summary>
    /// Another user of the vendor's account: a role that opens to it trusts the whole account, or everybody.
    /// </summary>
    public IamUser Colleague { get; }

    /// <summary>A user of a second vendor account: a role that opens to it trusts everybody, or that account.</summary>
    public IamUser Witness { get; }

    internal IamUser? Find(string accessKeyId) => _byKey.GetValueOrDefault(accessKeyId);

    private static IamUser Create(int seed, string account, string purpose, string name) => new(
        account,
        $"arn:aws:iam::{account}:user/{name}",
        "AIDA" + UniqueId.Stable(seed, purpose + " user", 17),
        "AKIA" + UniqueId.Stable(seed, purpose + " key", 16),
        UniqueId.Stable(seed, purpose + " secret", 40, base64: true),
        MayAssumeAnyRole);

    private static string FreeAccount(int seed, string purpose, Func<string, bool> isFree) =>
        Enumerable.Range(0, int.MaxValue).Select(attempt => StableAccount(seed, purpose, attempt)).First(isFree);

    private static string StableAccount(int seed, string purpose, int attempt)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{purpose}:{attempt}"));
        return (100_000_000_000 + (long)(BitConverter.ToUInt64(hash) % 900_000_000_000))
            .ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
