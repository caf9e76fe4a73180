using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Permissions;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Onboarding;
using Archera.Grains.Refresh;
using Archera.Grains.Storage;

namespace Archera.Grains.Accounts;

[GenerateSerializer, Immutable, Alias("archera.state.PayerAccount")]
public sealed record PayerAccountState : IVersionedState
{
    /// <summary>What it is stored under.</summary>
    public const string RecordName = "payer-account";

    public static int KnownVersion => 1;

    [Id(0)]
    public int Version { get; init; } = KnownVersion;

    /// <summary>Raised by every activation before its first AWS call: a lower one is a stranger's.</summary>
    [Id(1)]
    public long Epoch { get; init; }

    [Id(2)]
    public ClaimBook Claims { get; init; } = ClaimBook.Empty;

    /// <summary>The first day that the account is read for; set when it is first connected.</summary>
    [Id(3)]
    public DateOnly? FirstDay { get; init; }

    [Id(4)]
    public DateTimeOffset? ConnectedAt { get; init; }

    [Id(5)]
    public RefreshBook Refresh { get; init; } = new();

    /// <summary>When the owner's role was last verified, found shut or not, by the billing clock.</summary>
    [Id(6)]
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>What is not told yet to those whom it concerns, oldest first.</summary>
    [Id(7)]
    public ImmutableList<AccountNotice> Outbox { get; init; } = [];

    /// <summary>Which actions of the owner's role were used, by name.</summary>
    [Id(8)]
    public ImmutableArray<PermissionUse> Uses { get; init; } = [];

    /// <summary>Who pays the owner's bill, as AWS said when its role passed last; null when it did not say.</summary>
    [Id(10)]
    public AwsAccountId? ManagementAccount { get; init; }

    /// <summary>How long checks of the owner's role have not found it open to us; null when the last did.</summary>
    [Id(12)]
    public CheckTrouble? Trouble { get; init; }

    /// <summary>The owner's claim while it may be read through: it is connected, and its role proven since.</summary>
    public Claim? Readable => CheckedAt is null ? null : Claims.Connected;

    /// <summary>
    /// The account has something to do by itself: to check its owner's role, or to tell what happened.
    /// </summary>
    public bool NeedsWaking => Claims.Checked is not null || !Outbox.IsEmpty;

    /// <summary>What stays when all that was read is forgotten: the claims, and the epoch that outranks it.</summary>
    public PayerAccountState WithoutReadings() => new() { Epoch = Epoch, Claims = Claims, Outbox = Outbox };

    /// <summary>The tenant has left: its claim goes, and what it was still to be told.</summary>
    public PayerAccountState Without(TenantId tenant) => this with
    {
        Claims = Claims.Without(tenant),
        Outbox = Outbox.RemoveAll(notice => notice.Tenant == tenant),
    };

    /// <summary>
    /// Ends a run; an account that is connected for the first time gets the first day that it is read for.
    /// </summary>
    public PayerAccountState EndVerification(
        TenantId tenant, VerificationResult result, TenantId? payerOwner, RefreshOptions options, DateTimeOffset now)
    {
        var ended = this with { Claims = Claims.EndVerification(tenant, result, payerOwner) };
        if (ended.Claims.Checked is { } claim && claim.Tenant == tenant && claim.VerifiedRole == result.Role)
            ended = ended.Checked(result, now);
        if (result.Verdict == VerificationVerdict.Passed && ended.Claims.Owner == tenant)
            ended = ended with { ManagementAccount = result.ManagementAccount };
        return ended.BeginReading(options, now);
    }

    /// <summary>
    /// A claimant that gets the account, or keeps it, is verified anew: when it was last checked is forgotten, and with
    /// another owner what was used of the role of the one before. That one's refresh ends.
    /// </summary>
    /// <param name="at">Now, by the real clock.</param>
    public PayerAccountState Decide(
        TenantId claimant, ConnectionMove decision, RefreshOptions options, DateTimeOffset now, DateTimeOffset at)
    {
        var decided = this with { Claims = Claims.Decide(claimant, decision) };
        if (decision != ConnectionMove.Transfer)
            return decided;
        decided = decided with { CheckedAt = null, Trouble = null };
        if (Claims.Owner is { } owner && owner != claimant)
            decided = decided with { Uses = [], Refresh = Refresh.HandedOverBy(owner, at) };
        return decided.BeginReading(options, now);
    }

    /// <summary>Ends a refresh, unless the account has changed hands since: then it has ended already.</summary>
    /// <param name="actions">How often AWS answered each action since uses were last added.</param>
    public PayerAccountState EndRefresh(
        OperationView ended, string? error, IReadOnlyDictionary<string, long> actions, DateTimeOffset now) =>
        Refresh.IsInFlight(ended)
            ? this with { Refresh = Refresh.End(ended, error), Uses = Uses.Add(actions, now) }
            : this;

    private PayerAccountState Checked(VerificationResult result, DateTimeOffset now)
    {
        var isUnknown = result.Verdict == VerificationVerdict.Unknown;
        return this with
        {
            CheckedAt = isUnknown ? CheckedAt : now,
            Trouble = isUnknown || result.IsClosed ? new CheckTrouble(Trouble?.Since ?? now, now) : null,
        };
    }

    private PayerAccountState BeginReading(RefreshOptions options, DateTimeOffset now)
    {
        if (Claims.Connected is null || FirstDay is not null)
            return this;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var firstDay = options.HistoryDays is { } days
            ? today.AddDays(-days)
            : YearMonth.Of(today).Previous().Days.Start;
        return this with { FirstDay = firstDay, ConnectedAt = now };
    }
}
