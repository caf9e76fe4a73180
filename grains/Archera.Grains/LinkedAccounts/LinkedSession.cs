using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Grains.Accounts;
using Archera.Grains.Onboarding;

namespace Archera.Grains.LinkedAccounts;

/// <summary>The linked account's one session with AWS, and the proof that its role opens to nobody else.</summary>
public sealed class LinkedSession(AccountKey account, AccountServices services) : IAsyncDisposable
{
    private IAccountConnection? _connection;
    private LinkedAccess? _access;

    public async Task<IAccountConnection> ConnectAsync(LinkedAccess access)
    {
        if (_connection is { } open && _access == access)
            return open;
        await DropAsync();
        _access = access;
        return _connection = services.ConnectLinked(account.Own, access.Role, access.ExternalId);
    }

    /// <summary>Tries the role with what must not open it, after it opened to us.</summary>
    /// <returns>What was found; or why the role does not open, which proves nothing.</returns>
    public async Task<(VerificationVerdict Verdict, AwsFailure? Refused)> ProveAsync(
        LinkedAccess access, CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(access);
        var opened = await connection.OpenAsync(cancellationToken);
        if (!opened.Succeeded)
            return (VerificationVerdict.Unknown, opened.Failure);
        var settling = new Settling(services.Onboarding, services.Time);
        var door = new DoorCheck(access.Role, access.ExternalId, connection, settling);
        return (await door.RunAsync(_ => { }, cancellationToken), null);
    }

    public async Task DropAsync()
    {
        var open = _connection;
        (_connection, _access) = (null, null);
        if (open is not null)
            await open.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await DropAsync();
}
