using Archera.Contracts.Identity;
using Archera.Grains.Accounts;

namespace Archera.Grains.Onboarding;

/// <summary>When a connected role is verified again, because its trust policy may have been loosened since.</summary>
public static class DriftPlan
{
    /// <summary>Accounts that were connected together drift apart by up to this share of the period.</summary>
    public const int SpreadShare = 10;

    public static bool IsDue(
        PayerAccountKey account, DateTimeOffset? checkedAt, TimeSpan period, DateTimeOffset now) =>
        checkedAt is not { } last || now >= last + period - ReminderPhase.Of(account, period / SpreadShare);

    /// <summary>Whether a role in use has not been found shut, or open, for two periods.</summary>
    public static bool IsOverdue(DateTimeOffset? checkedAt, TimeSpan period, DateTimeOffset now) =>
        checkedAt is { } last && now > last + (2 * period);
}
