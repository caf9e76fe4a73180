using Amazon.Runtime;

namespace Archera.Aws.Sessions;

/// <summary>The credentials of whatever session is open: an account's SDK clients outlive its sessions.</summary>
internal sealed class SessionCredentials : AWSCredentials
{
    private volatile ImmutableCredentials? _current;

    public void Use(ImmutableCredentials credentials) => _current = credentials;

    public override ImmutableCredentials GetCredentials() =>
        _current ?? throw new InvalidOperationException("No session is open.");

    public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.FromResult(GetCredentials());
}
