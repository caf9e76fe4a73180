using Archera.Contracts.Identity;
using Archera.Grains.Onboarding;

namespace Archera.UnitTests.Grains;

public sealed class DriftPlanTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

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

    private static PayerAccountKey Account(int number) =>
        PayerAccountKey.Parse($"aws:{number.ToString("D12", System.Globalization.CultureInfo.InvariantCulture)}");
}
