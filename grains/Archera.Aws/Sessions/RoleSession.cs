using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using Archera.Aws.Calls;

namespace Archera.Aws.Sessions;

/// <summary>
/// The one session of an account: opened when first needed, by one caller for all, renewed before it expires, dropped
/// when AWS says that it no longer works.
/// </summary>
internal sealed class RoleSession(AccountRole role, AssumeRoleForm form, RoleDoor door, TimeProvider time)
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private OpenSession? _open;
    private Task<AwsAnswer<OpenSession>>? _opening;

    public SessionCredentials Credentials { get; } = new();

    /// <param name="lifetime">The connection's own: a caller that leaves does not stop the opening for the
    /// others.</param>
    public async Task<AwsAnswer<OpenSession>> GetAsync(CancellationToken lifetime, CancellationToken cancellationToken)
    {
        Task<AwsAnswer<OpenSession>> opening;
        lock (_gate)
        {
            if (_open is { } open && time.GetUtcNow() < open.GoodUntil)
                return new AwsAnswer<OpenSession> { Value = open, RequestId = open.RequestId };
            opening = _opening is { IsCompleted: false } ? _opening : _opening = OpenAsync(lifetime);
        }

        return await opening.WaitAsync(cancellationToken);
    }

    /// <summary>Forgets a session that AWS refused, unless another caller has replaced it already.</summary>
    public void Drop(OpenSession refused)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_open, refused))
                _open = null;
        }
    }

    private async Task<AwsAnswer<OpenSession>> OpenAsync(CancellationToken cancellationToken)
    {
        await Task.Yield(); // The caller holds the gate.
        var startedAt = time.GetUtcNow();
        var answer = await door.OpenAsync(form.Session, cancellationToken);
        if (!answer.Succeeded)
            return answer.Failure;
        return Accept(answer.Value, startedAt);
    }

    /// <summary>The SDK reads an absent element as empty: an answer counts only with all that was asked for.</summary>
    private AwsAnswer<OpenSession> Accept(AssumeRoleResponse response, DateTimeOffset startedAt)
    {
        var (credentials, arn) = (response.Credentials, response.AssumedRoleUser?.Arn);
        var account = arn?.Split(':') is { Length: >= 6 } parts ? parts[4] : null;
        if (credentials is not { AccessKeyId.Length: > 0, SecretAccessKey.Length: > 0, SessionToken.Length: > 0 }
            || arn is null
            || account != role.RoleArn.AccountId.Value)
        {
            return AwsErrorClassifier.NotAnAnswer(
                VendorSts.AssumeRole(role.Account, OurPrincipal.Ourselves), "NoCredentials");
        }

        var requestId = response.ResponseMetadata.RequestId;
        var session = new OpenSession(
            new ImmutableCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken),
            new CallerIdentity(account, arn),
            requestId,
            // By our own clock, which may differ from the one that Expiration was written with.
            startedAt + TimeSpan.FromSeconds(AssumeRoleForm.DurationSeconds) - RenewBefore);
        lock (_gate)
        {
            _open = session;
            Credentials.Use(session.Credentials);
        }

        return new AwsAnswer<OpenSession> { Value = session, RequestId = requestId };
    }
}
