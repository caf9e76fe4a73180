using Archera.Contracts.Identity;
using Archera.Grains.Accounts;

namespace Archera.Grains.Onboarding;

/// <summary>When a connected role is verified again, because its trust policy may have been loosened since.</summary>
public static class DriftPlan
{
    /// <summary>Accounts that were connected together drift apart by up to this share of the period.</summary>
    public const int SpreadShare = 10;

    /// <summary>
    /// A check that could not tell is repeated at least that often within a period: a throttle passes, and the role may
    /// have been loosened meanwhile.
    /// </summary>
    public const int RepeatsAPeriod = 24;

    /// <summary>Whether the role is to be verified again by itself; a customer's own never waits.</summary>
    /// <param name="tick">How often it is asked whether the check is due.</param>
    public static bool IsDue(
        PayerAccountKey account, PayerAccountState state, TimeSpan tick, TimeSpan period, DateTimeOffset now)
    {
        if (state.Trouble is not { } trouble)
            return IsDue(account, state.CheckedAt, period, now);
        var isClosed = state.Claims.Checked is { Suspension: SuspensionCause.ClosedToUs };
        return now >= trouble.TriedAt + WaitAfter(trouble, tick, isClosed ? period : period / RepeatsAPeriod);
    }

    public static bool IsDue(
        PayerAccountKey account, DateTimeOffset? checkedAt, TimeSpan period, DateTimeOffset now) =>
        checkedAt is not { } last || now >= last + period - ReminderPhase.Of(account, period / SpreadShare);

    /// <summary>
    /// As long as the trouble has lasted, so that each wait is about twice the one before; half a tick less, since a
    /// check ends a little after the tick that began it.
    /// </summary>
    public static TimeSpan WaitAfter(CheckTrouble trouble, TimeSpan tick, TimeSpan longest)
    {
        var lasted = trouble.TriedAt - trouble.Since;
        var wait = lasted < tick ? tick : lasted;
        return (wait < longest ? wait : longest) - (tick / 2);
    }

    /// <summary>Whether a role in use has not been found shut, or open, for two periods.</summary>
    public static bool IsOverdue(DateTimeOffset? checkedAt, TimeSpan period, DateTimeOffset now) =>
        checkedAt is { } last && now > last + (2 * period);
}
