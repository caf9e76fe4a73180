using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Grains.Onboarding;

namespace Archera.Grains.Accounts;

/// <summary>
/// All claims on one account and which of them owns it: the first that passed verification. Every method returns the
/// next book.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.state.ClaimBook")]
public sealed record ClaimBook
{
    /// <summary>More tenants than that on one account are no customers.</summary>
    public const int MaxClaims = 100;

    public static readonly ClaimBook Empty = new();

    [Id(0)]
    public ImmutableArray<Claim> Claims { get; init; } = [];

    [Id(1)]
    public TenantId? Owner { get; init; }

    public Claim? Find(TenantId tenant) => Claims.FirstOrDefault(claim => claim.Tenant == tenant);

    /// <summary>The owner's claim while it is connected; null otherwise.</summary>
    public Claim? Connected => Owner is { } owner && Find(owner) is { Connection: ConnectionState.Connected } claim
        ? claim
        : null;

    /// <summary>The owner's claim whose verified role is looked at again from time to time.</summary>
    public Claim? Checked => Owner is { } owner
        && Find(owner) is { Connection: ConnectionState.Connected or ConnectionState.Suspended } claim ? claim : null;

    public Answer<ClaimBook> Add(TenantId tenant, ClaimRequest request, ExternalId externalId, DateTimeOffset now)
    {
        if (Find(tenant) is { } known)
        {
            return known.Tier == request.Tier && known.Mode == request.Mode
                ? this
                : new Refusal(
                    RefusalCodes.ClaimDiffers,
                    $"The account is claimed with tier {known.Tier} and mode {known.Mode}. Repeat it with these.");
        }

        if (Claims.Length >= MaxClaims)
        {
            return new Refusal(
                RefusalCodes.TooMany, $"The account has {MaxClaims} claims, the most that are kept. Ask the operator.");
        }

        var claim = new Claim
        {
            Tenant = tenant,
            Tier = request.Tier,
            Mode = request.Mode,
            ExternalId = externalId,
            ClaimedAt = now,
        };
        return this with { Claims = Claims.Add(claim) };
    }

    public ClaimBook With(Claim changed) =>
        this with { Claims = [.. Claims.Select(claim => claim.Tenant == changed.Tenant ? changed : claim)] };

    public ClaimBook BeginVerification(TenantId tenant, ImmutableArray<VerificationStep> steps)
    {
        if (Find(tenant) is not { } claim)
            return this;
        var connection = claim.Connection is ConnectionState.Issued or ConnectionState.Refused
            ? ConnectionState.Verifying
            : claim.Connection;
        return With(claim with { IsVerifying = true, Steps = steps, Connection = connection });
    }

    /// <summary>
    /// Ends a run. A passed role is the verified one, and its tenant owns the account unless another does. A claim that
    /// is connected stays so, with its old role: what failed was the candidate. A role that opens without its external
    /// id is never kept as one to use.
    /// </summary>
    public ClaimBook EndVerification(TenantId tenant, VerificationResult result)
    {
        if (Find(tenant) is not { } claim)
            return this;
        var ended = claim with { IsVerifying = false, Steps = result.Steps, LastError = result.Error };
        if (result.Verdict == VerificationVerdict.Open)
            return With(Shut(ended, result.Role));
        if (result.Verdict != VerificationVerdict.Passed)
        {
            return With(ended with { Connection = WhenNotPassed(claim.Connection, result.Verdict) });
        }

        ended = ended with
        {
            VerifiedRole = result.Role,
            CandidateRole = claim.CandidateRole == result.Role ? null : claim.CandidateRole,
        };
        return Owner is { } owner && owner != tenant
            ? With(ended with
            {
                Connection = ConnectionState.Quarantined,
                LastError = "The role works, but the account is connected by another customer. Ask the operator.",
            })
            : With(ended with { Connection = ConnectionState.Connected }) with { Owner = tenant };
    }

    private static ConnectionState WhenNotPassed(ConnectionState before, VerificationVerdict verdict) =>
        (before, verdict) switch
        {
            (ConnectionState.Verifying or ConnectionState.Quarantined, VerificationVerdict.Refused) =>
                ConnectionState.Refused,
            (ConnectionState.Verifying, _) => ConnectionState.Issued,
            _ => before,
        };

    /// <summary>
    /// Erases an open candidate. The verified role of a connected account stays, to be tried alone: the account is
    /// suspended and not read until its role is shut.
    /// </summary>
    private static Claim Shut(Claim claim, RoleArn open)
    {
        var isInUse = claim.Connection is ConnectionState.Connected or ConnectionState.Suspended;
        var shut = claim with { CandidateRole = claim.CandidateRole == open ? null : claim.CandidateRole };
        if (isInUse)
            return claim.VerifiedRole == open ? shut with { Connection = ConnectionState.Suspended } : shut;
        return shut with
        {
            Connection = ConnectionState.Refused,
            VerifiedRole = claim.VerifiedRole == open ? null : claim.VerifiedRole,
        };
    }
}
