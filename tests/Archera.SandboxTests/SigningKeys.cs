using Amazon.SecurityToken.Model;
using Archera.Sandbox.Aws.Iam;

namespace Archera.SandboxTests;

internal sealed record SigningKeys(string AccessKeyId, string Secret, string? Token)
{
    internal static SigningKeys Of(IamUser user) => new(user.AccessKeyId, user.SecretAccessKey, null);

    internal static SigningKeys Of(Credentials credentials) =>
        new(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken);
}
