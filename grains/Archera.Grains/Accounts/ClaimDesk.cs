using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Quarantine;

namespace Archera.Grains.Accounts;

/// <summary>What tenants and the operator may do with the claims of one account.</summary>
public sealed class ClaimDesk(
    PayerAccountKey account,
    AccountClaims claims,
    AccountDeparture departure,
    AccountWork work,
    AccountServices services)
{
    private ClaimBook Book => claims.Current.Claims;

    /// <returns>Whether the claim is new.</returns>
    public async Task<Answer<ClaimBook>> ClaimAsync(
        TenantId tenant, ClaimRequest request, CancellationToken cancellationToken)
    {
        var isNew = Book.Find(tenant) is null;
        var (externalId, now) = (ExternalIds.Issue(), services.Clock.Now);
        var claimed = Book.Add(tenant, request, externalId, now);
        if (!claimed.IsGranted || !isNew)
            return claimed;
        var last = await departure.FindLastAsync(tenant, cancellationToken);
        if (!last.IsGranted)
            return last.Refusal;
        // The book may have changed while the write waited: the claim goes into the one that is current then.
        await claims.ChangeAsync(state =>
        {
            claimed = state.Claims.Add(tenant, request, externalId, now);
            return claimed.IsGranted
                ? state with { Claims = claimed.Value, Refresh = state.Refresh.NumberedFrom(last.Value.Number) }
                : state;
        });
        if (claimed.IsGranted)
            AccountLog.Claimed(services.Logger, tenant, account);
        return claimed;
    }

    /// <returns>Why the role can't be set; null when it is.</returns>
    public async Task<Refusal?> SetRoleAsync(Claim claim, RoleArn role)
    {
        if (role.AccountId != account.AccountId || role.Partition != account.Partition)
        {
            return new Refusal(
                RefusalCodes.RoleMismatch,
                $"The role is in {role.Partition}:{role.AccountId}, not in {account}. Set a role of this account.",
                "roleArn");
        }

        if (Illegal(claim, ConnectionMove.Begin) is { } illegal)
            return illegal;
        if (role != claim.RoleToVerify)
        {
            await claims.ChangeAsync(state => state with
            {
                Claims = state.Claims.With(state.Claims.Find(claim.Tenant)! with { CandidateRole = role }),
            });
        }

        if (work.Verifications.Steps(claim.Tenant) is not null)
            work.StartVerification(Book.Find(claim.Tenant)!, role, mayPay: false);
        return null;
    }

    /// <returns>Why it can't be verified; null when it is being verified.</returns>
    public Refusal? Verify(Claim claim)
    {
        if (Illegal(claim, ConnectionMove.Begin) is { } illegal)
            return illegal;
        if (claim.RoleToVerify is not { } role)
        {
            return new Refusal(
                RefusalCodes.RoleMissing, $"Account {account} has no role yet. Set one, then verify.");
        }

        work.StartVerification(claim, role, mayPay: true);
        return null;
    }

    /// <summary>Issues an external id that is to replace the claim's; while one waits, that one stays.</summary>
    /// <returns>Why none is issued; null when one waits to be verified.</returns>
    public async Task<Refusal?> IssueExternalIdAsync(Claim claim)
    {
        if (Illegal(claim, ConnectionMove.Begin) is { } illegal)
            return illegal;
        var issued = ExternalIds.Issue();
        await claims.ChangeAsync(state => state with { Claims = state.Claims.Rotate(claim.Tenant, issued) });
        return null;
    }

    /// <returns>Why it can't be decided; null when it is.</returns>
    public async Task<Refusal?> DecideAsync(Claim claim, ClaimDecision decision, DecisionNote note)
    {
        var move = decision == ClaimDecision.Transfer ? ConnectionMove.Transfer : ConnectionMove.Dismiss;
        if (Illegal(claim, move) is { } illegal)
            return illegal;
        var decided = await claims.ChangeAsync(
            state => state.Decide(
                claim.Tenant, move, services.Refresh, services.Clock.Now, services.Time.GetUtcNow()),
            note);
        AccountLog.Decided(services.Logger, account, claim.Tenant, decision, note.KeyId);
        if (decided.Claims.Connected is { VerifiedRole: { } role } connected && connected.Tenant == claim.Tenant)
            await work.HandOverAsync(connected, role);
        return null;
    }

    private static Refusal? Illegal(Claim claim, ConnectionMove move) =>
        ConnectionMoves.Next(claim.Connection, move) is null ? ConnectionMoves.Refusal(claim.Connection, move) : null;
}
