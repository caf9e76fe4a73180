using Archera.Contracts.Accounts;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.Quarantine;

namespace Archera.Grains.Accounts;

/// <summary>What a change of an account's claims is worth telling.</summary>
/// <param name="Account">The account.</param>
/// <param name="At">When it changed, by the real clock.</param>
/// <param name="Owner">The tenant that used the account before; null when none did.</param>
/// <param name="Note">Who decided and why, where a decision made the change.</param>
public sealed record AccountNotices(PayerAccountKey Account, DateTimeOffset At, TenantId? Owner, DecisionNote? Note)
{
    /// <summary>The state with the notices of what changed since <paramref name="before"/>.</summary>
    /// <returns>The state, and how many older notices are lost for it: too many wait to be told.</returns>
    public (PayerAccountState State, int Lost) AddTo(PayerAccountState after, PayerAccountState before)
    {
        if (ReferenceEquals(before.Claims, after.Claims))
            return (after, 0);
        var made =
            from claim in after.Claims.Claims
            let known = before.Claims.Find(claim.Tenant)
            where known is not null
            from notice in Between(known, claim)
            select notice;
        var lapsed =
            from claim in before.Claims.Claims
            where after.Claims.Find(claim.Tenant) is null
            select Of(
                claim,
                TenantEventKind.Lapsed,
                "The claim has lapsed: it never passed verification, and the account has more claims than are kept. "
                + "Its external id is never used again. Claim the account anew.");
        AccountNotice[] told = [.. made, .. lapsed];
        var outbox = NoticeOutbox.Add(after.Outbox, told);
        return (after with { Outbox = outbox }, after.Outbox.Count + told.Length - outbox.Count);
    }

    private IEnumerable<AccountNotice> Between(Claim before, Claim after)
    {
        if (before.NextExternalId is null && after.NextExternalId is not null)
        {
            yield return Of(after, TenantEventKind.ExternalIdIssued,
                "A new external id is issued. Put the nextExternalId into the role's trust policy, then verify.");
        }

        if (before.ExternalId != after.ExternalId)
        {
            yield return Of(after, TenantEventKind.ExternalIdRetired,
                "The new external id is verified. The old one is never used again: take it out of the trust policy.");
        }

        if (Moved(before, after) is not var (kind, detail))
            yield break;
        yield return Of(after, kind, detail) with
        {
            Opened = kind == TenantEventKind.Quarantined
                ? new QuarantinedClaim(new ClaimId(Account, after.Tenant), after.Tier, after.Mode, UsedBy(after), At)
                : null,
            Ended = before.Connection == ConnectionState.Quarantined ? EndOf(after.Connection) : null,
            Note = Note,
        };
    }

    private static (TenantEventKind Kind, string Detail)? Moved(Claim before, Claim after) =>
        (before.Connection, after.Connection) switch
        {
            var (from, to) when from == to
                && before.Suspension == after.Suspension
                && before.IsDisplaced == after.IsDisplaced => null,
            (ConnectionState.Suspended, ConnectionState.Connected) => (
                TenantEventKind.Restored, "The role is in order again: the account is read from now on."),
            (_, ConnectionState.Connected) => (
                TenantEventKind.Connected, "The account is connected: it is read from now on."),
            (_, ConnectionState.Suspended) => (TenantEventKind.Suspended, after.LastError!),
            (_, ConnectionState.Quarantined) => (TenantEventKind.Quarantined, after.LastError!),
            (not ConnectionState.Verifying, ConnectionState.Refused) => (
                TenantEventKind.Refused, after.LastError!),
            _ => null,
        };

    private QuarantineState EndOf(ConnectionState connection) => (Note, connection) switch
    {
        (null, _) => QuarantineState.Lapsed,
        (_, ConnectionState.Connected) => QuarantineState.Transferred,
        _ => QuarantineState.Refused,
    };

    private TenantId? UsedBy(Claim claim) => Owner == claim.Tenant ? claim.PayerUser : Owner ?? claim.PayerUser;

    private AccountNotice Of(Claim claim, TenantEventKind kind, string detail) => new(At, claim.Tenant, kind, detail);
}
