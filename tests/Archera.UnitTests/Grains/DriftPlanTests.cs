using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Grains.Accounts;
using Archera.Grains.Onboarding;
using Archera.Grains.Refresh;

namespace Archera.UnitTests.Grains;

public sealed class DriftPlanTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(10);
    private static readonly TenantId Tenant = TenantId.Parse("t-0000000000000001");
    private static readonly RoleArn Role = RoleArn.Parse("arn:aws:iam::000000000001:role/Archera");

    [Fact]
    public void A_role_that_was_never_looked_at_is_due() =>
        DriftPlan.IsDue(Account(1), checkedAt: null, Day, Noon).ShouldBeTrue();

    [Fact]
    public void No_role_is_due_before_nine_tenths_of_the_period_and_every_one_is_after_it()
    {
        var accounts = Enumerable.Range(1, 1000).Select(Account).ToArray();

        accounts.Count(account => DriftPlan.IsDue(account, Noon, Day, Noon + (0.9 * Day) - TimeSpan.FromTicks(1)))
            .ShouldBe(0);
        accounts.Count(account => DriftPlan.IsDue(account, Noon, Day, Noon + (0.95 * Day))).ShouldBeInRange(400, 600);
        accounts.ShouldAllBe(account => DriftPlan.IsDue(account, Noon, Day, Noon + Day));
    }

    [Fact]
    public void A_check_is_overdue_once_none_could_tell_for_two_periods()
    {
        DriftPlan.IsOverdue(Noon, Day, Noon + (2 * Day)).ShouldBeFalse();
        DriftPlan.IsOverdue(Noon, Day, Noon + (2 * Day) + TimeSpan.FromTicks(1)).ShouldBeTrue();
        DriftPlan.IsOverdue(checkedAt: null, Day, Noon).ShouldBeFalse();
    }

    [Fact]
    public void A_role_that_is_closed_is_asked_half_as_often_each_time_down_to_once_a_period() =>
        TicksOf(Troubled(ConnectionState.Suspended)).ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 256, 400]);

    [Fact]
    public void A_check_that_can_not_tell_is_repeated_many_times_a_period()
    {
        var ticks = TicksOf(Troubled(ConnectionState.Connected));

        ticks.Take(6).ShouldBe([1, 2, 4, 8, 14, 20]);
        ticks.Zip(ticks.Skip(1), (before, after) => (after - before) * Tick)
            .ShouldAllBe(wait => wait <= Day / DriftPlan.RepeatsAPeriod);
    }

    [Fact]
    public void Trouble_lasts_from_the_first_check_that_finds_no_open_role_to_the_first_that_does()
    {
        var before = Troubled(ConnectionState.Connected) with { Trouble = null };

        var closed = End(before, VerificationVerdict.Refused, Noon);
        var unknown = End(closed, VerificationVerdict.Unknown, Noon + Tick);

        closed.Trouble.ShouldBe(new CheckTrouble(Noon, Noon));
        unknown.Trouble.ShouldBe(new CheckTrouble(Noon, Noon + Tick));
        unknown.CheckedAt.ShouldBe(Noon);
        End(unknown, VerificationVerdict.Open, Noon + Day).Trouble.ShouldBeNull();
        End(unknown, VerificationVerdict.Passed, Noon + Day).Trouble.ShouldBeNull();
    }

    /// <summary>The ticks of three days at which the role is asked; each check ends some seconds later.</summary>
    private static List<int> TicksOf(PayerAccountState state)
    {
        var asked = new List<int>();
        for (var tick = 1; tick * Tick <= 3 * Day; tick++)
        {
            var now = Noon + (tick * Tick);
            if (!DriftPlan.IsDue(Account(1), state, Tick, Day, now))
                continue;
            asked.Add(tick);
            state = state with { Trouble = state.Trouble! with { TriedAt = now + TimeSpan.FromSeconds(20) } };
        }

        return asked;
    }

    private static PayerAccountState End(PayerAccountState state, VerificationVerdict verdict, DateTimeOffset now)
    {
        var step = VerificationSteps.Failed(VerificationSteps.AssumeRole, "Words.", "Remedy.", null);
        var result = new VerificationResult(verdict, Role, [step], "Words.");
        return state.EndVerification(Tenant, result, payerOwner: null, new RefreshOptions(), now);
    }

    private static PayerAccountState Troubled(ConnectionState connection) => new()
    {
        CheckedAt = Noon,
        Trouble = new CheckTrouble(Noon, Noon),
        Claims = new ClaimBook
        {
            Owner = Tenant,
            Claims =
            [
                new Claim
                {
                    Tenant = Tenant,
                    Tier = PermissionTier.Trial,
                    Mode = ConnectionMode.Payer,
                    ExternalId = ExternalIds.Issue(),
                    ClaimedAt = Noon,
                    Connection = connection,
                    VerifiedRole = Role,
                    Suspension = connection == ConnectionState.Suspended ? SuspensionCause.ClosedToUs : null,
                },
            ],
        },
    };

    private static PayerAccountKey Account(int number) =>
        PayerAccountKey.Parse($"aws:{number.ToString("D12", System.Globalization.CultureInfo.InvariantCulture)}");
}
