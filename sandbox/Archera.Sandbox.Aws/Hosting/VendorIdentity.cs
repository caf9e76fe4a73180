using System.Security.Cryptography;
using System.Text;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Hosting;

/// <summary>
/// The vendor's IAM user: the one principal with long-term keys, which may assume any role that trusts it. The same
/// for the same seed.
/// </summary>
public sealed record VendorIdentity(
    string AccountId,
    string UserArn,
    string UserId,
    string AccessKeyId,
    string SecretAccessKey)
{
    private const string UserName = "archera";

    private const string MayAssumeAnyRole = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*",
        "Action":["sts:AssumeRole","sts:SetSourceIdentity","sts:TagSession"]}]}
        """;

    internal Caller AsCaller() => new(
        AccountId, UserArn, UserId, AccessKeyId, PolicyDocument.Parse(MayAssumeAnyRole, PolicyKind.Identity));

    internal static VendorIdentity Create(int seed, AwsWorld world)
    {
        var account = Enumerable.Range(0, int.MaxValue)
            .Select(attempt => StableAccount(seed, attempt))
            .First(candidate => world.Find(candidate) is null);
        return new VendorIdentity(
            account,
            $"arn:aws:iam::{account}:user/{UserName}",
            "AIDA" + UniqueId.Stable(seed, "vendor user", 17),
            "AKIA" + UniqueId.Stable(seed, "vendor key", 16),
            UniqueId.Stable(seed, "vendor secret", 40, base64: true));
    }

    public override string ToString() => UserArn;

    private static string StableAccount(int seed, int attempt)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:vendor account:{attempt}"));
        return (100_000_000_000 + (long)(BitConverter.ToUInt64(hash) % 900_000_000_000))
            .ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
