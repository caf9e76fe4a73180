using Amazon.SecurityToken.Model;

namespace Archera.SandboxTests;

internal sealed record SigningKeys(string AccessKeyId, string Secret, string? Token)
{
    internal static SigningKeys Of(Credentials credentials) =>
        new(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken);
}
