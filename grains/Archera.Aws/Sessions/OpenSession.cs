using Amazon.Runtime;

namespace Archera.Aws.Sessions;

/// <summary>A session in memory; never logged, never stored.</summary>
internal sealed class OpenSession(
    ImmutableCredentials credentials, CallerIdentity identity, string? requestId, DateTimeOffset goodUntil)
{
    public ImmutableCredentials Credentials { get; } = credentials;

    public CallerIdentity Identity { get; } = identity;

    public string? RequestId { get; } = requestId;

    public DateTimeOffset GoodUntil { get; } = goodUntil;
}
