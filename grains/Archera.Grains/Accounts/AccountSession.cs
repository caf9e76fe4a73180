using Archera.Aws.Sessions;
using Archera.Contracts.Identity;

namespace Archera.Grains.Accounts;

/// <summary>
/// The connected account's one session with AWS, for as long as its role and external id stay the same.
/// </summary>
public sealed class AccountSession(PayerAccountKey account, AccountServices services) : IAsyncDisposable
{
    private IAccountConnection? _connection;
    private (RoleArn Role, ExternalId Id) _door;

    /// <summary>A refresh reads with it: it keeps the session that it began with.</summary>
    public bool IsInUse { get; set; }

    public async Task<IAccountConnection> ConnectAsync(Claim claim)
    {
        var door = (claim.VerifiedRole!.Value, claim.ExternalId);
        if (_connection is not null && _door == door)
            return _connection;
        var connection = services.Connect(account, claim.VerifiedRole.Value, claim.ExternalId, claim.Mode);
        await TakeAsync(connection, door);
        return connection;
    }

    /// <summary>A verified session becomes the account's: one AssumeRole less.</summary>
    public Task AdoptAsync(IAccountConnection verified, RoleArn role, ExternalId externalId) =>
        TakeAsync(verified, (role, externalId));

    /// <summary>The session goes at once; a refresh under way breaks off at its next request.</summary>
    public Task DropAsync() => TakeAsync(null, default);

    public async ValueTask DisposeAsync() => await DropAsync();

    /// <summary>The new one is in its place before the old one's end is waited for: none is ever lost.</summary>
    private async Task TakeAsync(IAccountConnection? next, (RoleArn Role, ExternalId Id) door)
    {
        var open = _connection;
        (_connection, _door) = (next, door);
        if (open is not null)
            await open.DisposeAsync();
    }
}
