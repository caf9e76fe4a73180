using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Offboarding;
using Archera.Grains.Custody;
using Archera.Grains.Storage;

namespace Archera.Grains.Accounts;

/// <summary>
/// The account's side of an offboarding: it stops working for a tenant, then forgets what it read, then the claim. All
/// of it is done within the account's turn: no claim is made in between.
/// </summary>
public sealed class AccountDeparture(
    PayerAccountKey account,
    StoredRecord<PayerAccountState> record,
    AccountClaims claims,
    AccountWork work,
    IRecordKeys keys,
    AccountServices services,
    IGrainFactory grains,
    IAccountActivation activation)
{
    /// <summary>The number that operations of a new claim are numbered from, or why there can't be one yet.</summary>
    public async Task<Answer<LastDeparture>> FindLastAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var last = await grains.GetGrain<IOffboardingGrain>(tenant.Value).GetLastAsync(account, cancellationToken);
        return last is { IsUnderWay: true }
            ? ConnectionMoves.Refusal(ConnectionState.Offboarded, ConnectionMove.Begin)
            : last ?? new LastDeparture(IsUnderWay: false, 0);
    }

    public async Task<DepartingClaim?> LeaveAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var isLost = record.Current.Claims.Find(tenant) is null && await IsLeftAloneAsync(tenant, cancellationToken);
        var left = await record.UpdateAsync(state => state with
        {
            Claims = isLost
                ? state.Claims.LeaveLost(tenant, ExternalIds.Issue(), services.Clock.Now)
                : state.Claims.Leave(tenant),
        });
        if (left.Claims.Find(tenant) is not { } claim)
            return null;
        var isOwner = left.Claims.Owner == tenant;
        await work.LeaveAsync(tenant, isOwner);
        await claims.Told();
        if (isOwner)
            await activation.RemoveReminderAsync();
        AccountLog.Left(services.Logger, account, tenant);
        ImmutableArray<ExternalId> ids =
            claim.NextExternalId is { } next ? [claim.ExternalId, next] : [claim.ExternalId];
        var role = claim.VerifiedRole ?? claim.CandidateRole;
        return new DepartingClaim(
            isOwner,
            role,
            ids,
            claim.Mode,
            isOwner ? [.. await keys.ListAsync(account, cancellationToken)] : [],
            claim.CandidateRole == role ? null : claim.CandidateRole);
    }

    /// <summary>The claims are sealed anew before the key that seals the rest is destroyed.</summary>
    public async Task EraseAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (record.Current.Claims.Owner != tenant)
            return;
        await keys.RenewAsync(account, cancellationToken);
        await record.UpdateAsync(state => state.WithoutReadings());
        await keys.DestroyRetiredAsync(account, cancellationToken);
    }

    public async Task ForgetAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var left = record.Current.Without(tenant);
        if (left.Claims.Claims.IsEmpty)
        {
            await record.ClearAsync();
            if (await keys.FindOwnerAsync(account, cancellationToken) is not { } owner || owner == tenant)
                await keys.DestroyAsync(account, cancellationToken);
        }
        else if (left.Claims != record.Current.Claims)
        {
            await record.UpdateAsync(state => state.Without(tenant));
        }

        activation.Leave();
    }

    /// <summary>
    /// Whether what is stored of an account that has lost its record is the tenant's to delete: it owned it, as the
    /// data key tells, and nobody does now. Where nobody ever did, it is whoever's comes first.
    /// </summary>
    private async Task<bool> IsLeftAloneAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var book = record.Current.Claims;
        var owner = await keys.FindOwnerAsync(account, cancellationToken);
        return book.Owner is null && (owner is null ? book.Claims.IsEmpty : owner == tenant);
    }
}
