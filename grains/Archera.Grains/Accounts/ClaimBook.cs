using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Onboarding;

namespace Archera.Grains.Accounts;

/// <summary>
/// All claims on one account and which of them owns it: the first that passed verification. Every method returns the
/// next book.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.state.ClaimBook")]
public sealed record ClaimBook
{
    /// <summary>
    /// More tenants than that on one account are no customers. The oldest claim that never passed gives way to a new
    /// one: nobody keeps the account's owner out by naming it.
    /// </summary>
    public const int MaxClaims = 100;

    public static readonly ClaimBook Empty = new();

    [Id(0)]
    public ImmutableArray<Claim> Claims { get; init; } = [];

    [Id(1)]
    public TenantId? Owner { get; init; }

    public Claim? Find(TenantId tenant) => Claims.FirstOrDefault(claim => claim.Tenant == tenant);

    public ReadStanding StandingOf(TenantId tenant) => Find(tenant) switch
    {
        null => ReadStanding.Unclaimed,
        { Connection: ConnectionState.Offboarded } => ReadStanding.NotConnected,
        _ when Owner == tenant => ReadStanding.Owned,
        { IsDisplaced: true } => ReadStanding.Displaced,
        _ => ReadStanding.NotConnected,
    };

    /// <summary>The owner's claim while it is connected; null otherwise.</summary>
    public Claim? Connected => Owner is { } owner && Find(owner) is { Connection: ConnectionState.Connected } claim
        ? claim
        : null;

    /// <summary>The owner's claim whose verified role is looked at again from time to time.</summary>
    public Claim? Checked => Owner is { } owner && Find(owner) is
    {
        Connection: ConnectionState.Connected or ConnectionState.Suspended or ConnectionState.Quarantined,
    } claim ? claim : null;

    /// <summary>The book with the tenant's claim; a full one without the oldest claim that may lapse.</summary>
    public Answer<ClaimBook> Add(TenantId tenant, ClaimRequest request, ExternalId externalId, DateTimeOffset now)
    {
        if (Find(tenant) is { } known)
        {
            if (known.Connection == ConnectionState.Offboarded)
                return ConnectionMoves.Refusal(known.Connection, ConnectionMove.Begin);
            return known.Tier == request.Tier && known.Mode == request.Mode
                ? this
                : new Refusal(
                    RefusalCodes.ClaimDiffers,
                    $"The account is claimed with tier {known.Tier} and mode {known.Mode}. Repeat it with these.");
        }

        var lapsing = Claims.Length < MaxClaims ? null : OldestThatMayLapse();
        if (lapsing is null && Claims.Length >= MaxClaims)
        {
            return new Refusal(
                RefusalCodes.TooMany,
                $"The account has {MaxClaims} claims that passed or are being verified, the most that are kept. Ask "
                + "the operator.");
        }

        var claim = new Claim
        {
            Tenant = tenant,
            Tier = request.Tier,
            Mode = request.Mode,
            ExternalId = externalId,
            ClaimedAt = now,
        };
        var kept = lapsing is null ? Claims : Claims.Remove(lapsing);
        return this with { Claims = kept.Add(claim) };
    }

    private Claim? OldestThatMayLapse() => Claims
        .Where(claim => claim.MayLapse && claim.Tenant != Owner)
        .MinBy(claim => claim.ClaimedAt);

    public ClaimBook With(Claim changed) =>
        this with { Claims = [.. Claims.Select(claim => claim.Tenant == changed.Tenant ? changed : claim)] };

    /// <summary>The claim with a new external id that waits to be verified; one that waits already stays.</summary>
    public ClaimBook Rotate(TenantId tenant, ExternalId next) => Find(tenant) is { NextExternalId: null } claim
        ? With(claim with { NextExternalId = next })
        : this;

    /// <summary>
    /// The tenant is leaving. The owner stays the owner until it is forgotten: nobody else can own what is left of it.
    /// </summary>
    public ClaimBook Leave(TenantId tenant) =>
        Find(tenant) is { } claim && ConnectionMoves.Next(claim.Connection, ConnectionMove.Leave) is { } left
            ? With(claim with { IsVerifying = false, Connection = left })
            : this;

    /// <summary>
    /// A tenant leaves whose claim was lost: one that is offboarded takes its place, as the owner's, until what is left
    /// of the account is deleted.
    /// </summary>
    /// <param name="externalId">Nobody has ever seen it.</param>
    public ClaimBook LeaveLost(TenantId tenant, ExternalId externalId, DateTimeOffset now)
    {
        if (Find(tenant) is not null || Owner is not null)
            return this;
        var claim = new Claim
        {
            Tenant = tenant,
            Tier = PermissionTier.Trial,
            Mode = ConnectionMode.Payer,
            ExternalId = externalId,
            ClaimedAt = now,
            Connection = ConnectionState.Offboarded,
        };
        return this with { Claims = Claims.Add(claim), Owner = tenant };
    }

    public ClaimBook Without(TenantId tenant) => Find(tenant) is null ? this : new ClaimBook
    {
        Claims = Claims.RemoveAll(claim => claim.Tenant == tenant),
        Owner = Owner == tenant ? null : Owner,
    };

    public ClaimBook BeginVerification(TenantId tenant, ImmutableArray<VerificationStep> steps) =>
        Find(tenant) is { } claim && ConnectionMoves.Next(claim.Connection, ConnectionMove.Begin) is { } begun
            ? With(claim with { IsVerifying = true, Steps = steps, Connection = begun })
            : this;

    /// <summary>
    /// Ends a run. A passed role is the verified one, and its tenant owns the account unless another does. A claim that
    /// is connected stays so, with its old role, when what failed was a candidate. A role that opens without its
    /// external id is never kept as one to use. A run that the operator's decision overtook changes nothing.
    /// </summary>
    /// <param name="payerOwner">Who uses the account's payer account; null when nobody does.</param>
    public ClaimBook EndVerification(TenantId tenant, VerificationResult result, TenantId? payerOwner)
    {
        if (Find(tenant) is not { IsVerifying: true } claim)
            return this;
        if (result.Verdict == VerificationVerdict.Passed)
            claim = claim.Beside(payerOwner);
        var isInUse = (Owner is { } owner && owner != tenant)
            || claim is { PayerUser: not null, IsAllowedBeside: false };
        var move = ClaimOutcome.MoveOf(claim, result, isInUse);
        if (ConnectionMoves.Next(claim.Connection, move) is not { } connection)
            return With(claim with { IsVerifying = false, Steps = claim.Steps.SkipWaiting() });
        var book = With(ClaimOutcome.Of(claim, result, move) with { Connection = connection });
        return move == ConnectionMove.Pass ? book with { Owner = tenant } : book;
    }

    /// <summary>
    /// Carries out a decision about a quarantined claim. A transfer refuses whoever used the account until now, who may
    /// verify again like anybody. It lets the claimant stand beside who uses its payer account only where that was the
    /// whole dispute: beside an owner the operator has seen the owner alone, and is asked again.
    /// </summary>
    public ClaimBook Decide(TenantId claimant, ConnectionMove decision)
    {
        if (Find(claimant) is not { } claim
            || ConnectionMoves.Next(claim.Connection, decision) is not { } connection)
            return this;
        var isTransfer = decision == ConnectionMove.Transfer;
        var decided = With((isTransfer ? claim : claim.Stopped()) with
        {
            Connection = connection,
            IsAllowedBeside = isTransfer && claim.PayerUser is not null && (Owner ?? claimant) == claimant,
            LastError = isTransfer ? null : "The operator has refused the claim. Ask the operator.",
        });
        return isTransfer ? decided.Displace(claimant) with { Owner = claimant } : decided;
    }

    private ClaimBook Displace(TenantId claimant) => Owner is { } owner
        && owner != claimant
        && Find(owner) is { } claim
        && ConnectionMoves.Next(claim.Connection, ConnectionMove.Displace) is { } connection
            ? With(claim.Stopped() with
            {
                Connection = connection,
                Suspension = null,
                IsDisplaced = true,
                VerifiedRole = null,
                CandidateRole = claim.RoleToVerify,
                LastError = "The operator has given the account to another customer. Ask the operator.",
            })
            : this;
}
