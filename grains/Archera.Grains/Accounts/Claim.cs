using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Grains.Onboarding;

namespace Archera.Grains.Accounts;

/// <summary>
/// One tenant's wish to connect the account. Its external id is issued by us and changes only by rotation.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.state.Claim")]
public sealed record Claim
{
    [Id(0)]
    public required TenantId Tenant { get; init; }

    [Id(1)]
    public required PermissionTier Tier { get; init; }

    [Id(2)]
    public required ConnectionMode Mode { get; init; }

    [Id(3)]
    public required ExternalId ExternalId { get; init; }

    [Id(4)]
    public required DateTimeOffset ClaimedAt { get; init; }

    [Id(5)]
    public ConnectionState Connection { get; init; } = ConnectionState.Issued;

    [Id(6)]
    public RoleArn? VerifiedRole { get; init; }

    /// <summary>The role that the next verification tries.</summary>
    [Id(7)]
    public RoleArn? CandidateRole { get; init; }

    /// <summary>What the newest verification run found.</summary>
    [Id(8)]
    public ImmutableArray<VerificationStep> Steps { get; init; } = [];

    /// <summary>A verification run has begun and not ended.</summary>
    [Id(9)]
    public bool IsVerifying { get; init; }

    [Id(10)]
    public string? LastError { get; init; }

    /// <summary>
    /// Issued to take the external id's place; verification tries it first, and once it has passed the older one is
    /// never used again.
    /// </summary>
    [Id(11)]
    public ExternalId? NextExternalId { get; init; }

    /// <summary>Why it is suspended; null when it is not.</summary>
    [Id(12)]
    public SuspensionCause? Suspension { get; init; }

    /// <summary>
    /// The operator gave the account to another tenant: this one had it, and its reports say that it is gone.
    /// </summary>
    [Id(13)]
    public bool IsDisplaced { get; init; }

    /// <summary>
    /// The other tenant that used the account's payer account when the claim's role passed last; null when none did.
    /// </summary>
    [Id(14)]
    public TenantId? PayerUser { get; init; }

    /// <summary>The operator has decided that the claim may stand beside <see cref="PayerUser"/>.</summary>
    [Id(15)]
    public bool IsAllowedBeside { get; init; }

    public RoleArn? RoleToVerify => CandidateRole ?? VerifiedRole;

    /// <summary>Nothing speaks for it but its name: it never passed, and no run of it is under way.</summary>
    public bool MayLapse => Connection is ConnectionState.Issued or ConnectionState.Refused
        && !IsVerifying
        && VerifiedRole is null
        && !IsDisplaced;

    /// <summary>The claim with the tenant that uses its payer account now: a decision was about one only.</summary>
    public Claim Beside(TenantId? payerOwner)
    {
        var payerUser = payerOwner == Tenant ? null : payerOwner;
        return payerUser == PayerUser ? this : this with { PayerUser = payerUser, IsAllowedBeside = false };
    }

    /// <summary>The claim without its run: what that finds counts no more.</summary>
    public Claim Stopped() => IsVerifying ? this with { IsVerifying = false, Steps = Steps.SkipWaiting() } : this;
}
