using Archera.Aws.Calls;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Grains.Accounts;

namespace Archera.Grains.Refresh;

/// <summary>Why something is late: a stable code, and words.</summary>
public sealed record LateReason(string Reason, string Detail)
{
    /// <summary>AWS answered, but the report grain could not store it.</summary>
    public const string NotStored = "not-stored";

    /// <summary>The account's content is larger than its record may be.</summary>
    public const string TooLarge = "too-large";

    /// <summary>It was stored, but what is stored can't be shown: it is read again.</summary>
    public const string Damaged = "damaged";

    /// <summary>A refresh is due or running and has not come to it yet.</summary>
    public const string Pending = "pending";

    /// <summary>It is stored, but older than twice its freshness.</summary>
    public const string Overdue = "overdue";

    /// <summary>The account's role opens to others, or not to us: nothing is read until it is in order.</summary>
    public const string Suspended = "suspended";

    /// <summary>The account's payer account is another tenant's: nothing is read until the operator decides.</summary>
    public const string Quarantined = "quarantined";

    /// <summary>The account was connected and is refused now: nothing is read until its role is verified.</summary>
    public const string Refused = "refused";

    /// <summary>AWS's own total holds more, or less, than the rows: the difference is not attributed.</summary>
    public const string Differs = "differs";

    /// <summary>What may be spent a day on reading the account is spent.</summary>
    public const string Budget = "budget";

    /// <summary>An account connected alone is not read for the dataset: its payer would be.</summary>
    public const string NeedsPayer = "needs-payer";

    /// <summary>A linked account's role opens to others.</summary>
    public static readonly LateReason OfOpenLinkedRole = new(
        Suspended,
        "The role in the linked account opens without the external id, or to others than us, and nothing is read until "
        + "that is mended. Put the stack set's trust policy back; it is tried again by itself.");

    /// <summary>Whether a linked account's role opens to others could not be found out.</summary>
    public static readonly LateReason OfUnprovenLinkedRole = new(
        "role-unproven",
        "It could not be found out whether the role in the linked account opens to others than us: nothing is read "
        + "until it was. It is tried again by itself.");

    /// <summary>Nothing that costs is read until the next UTC day.</summary>
    public static LateReason OfBudget(AccountKey account, decimal usdPerDay, DateTimeOffset now)
    {
        var tomorrow = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        return new LateReason(
            Budget,
            FormattableString.Invariant(
                $"Account {account}: the {usdPerDay:0.00} USD that reading it may cost on a day are spent. It goes on ")
            + FormattableString.Invariant($"at {tomorrow:yyyy-MM-dd}T00:00Z; Refresh:UsdPerDay raises the limit."))
        {
            RestFirst = tomorrow - now,
        };
    }

    /// <summary>Trying again unchanged can help.</summary>
    public bool CanRetry { get; init; } = true;

    /// <summary>Each try costs so much that the next one waits so long; null: it waits as ever.</summary>
    public TimeSpan? TryAfter { get; init; }

    /// <summary>AWS was not asked: an open breaker wants this rest first.</summary>
    public TimeSpan? RestFirst { get; init; }

    /// <summary>Why an account is not read for its owner; null while it is connected.</summary>
    public static LateReason? PauseOf(Claim owner) => owner switch
    {
        { Connection: ConnectionState.Connected } => null,
        { Suspension: { } cause } => new LateReason(Suspended, WordsOf(cause)),
        { Connection: ConnectionState.Quarantined } => new LateReason(
            Quarantined,
            "The account is connected by another customer, too: nothing is read until the operator has decided. Ask "
            + "the operator."),
        _ => new LateReason(
            Refused, "The connection was refused: read the account's lastError, then verify its role."),
    };

    private static string WordsOf(SuspensionCause cause) => "The connection is suspended: its role "
        + (cause == SuspensionCause.OpenToOthers
            ? "opens without the right external id, or to others than us"
            : "does not open to us any more")
        + ", and nothing is read until that is mended. Follow the remedy in the account's verification, then verify "
        + "again.";

    /// <summary>Behind an open breaker it is late for what opened that.</summary>
    public static LateReason Of(AwsFailure failure, DateTimeOffset now) =>
        new(
            failure.Cause?.Reason ?? failure.Reason,
            (failure.Cause?.Detail ?? failure.Detail) + (failure.CanRetry ? " It is tried again by itself." : ""))
        {
            CanRetry = failure.CanRetry,
            TryAfter = failure.Reason == FailureReasons.TooLarge ? TimeSpan.FromDays(1) : null,
            RestFirst = failure.RetryAt is { } at ? (at > now ? at - now : TimeSpan.Zero) : null,
        };
}
