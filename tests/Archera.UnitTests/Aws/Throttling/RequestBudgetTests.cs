using Archera.Aws.Throttling;
using CsCheck;

namespace Archera.UnitTests.Aws.Throttling;

public sealed class RequestBudgetTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<RequestQuota> Quota =
        from milliseconds in Gen.Int[1, 5_000]
        from burst in Gen.Int[1, 20]
        select new RequestQuota(TimeSpan.FromMilliseconds(milliseconds), burst);

    private static readonly Gen<int[]> Pauses = Gen.Int[0, 3_000].Array[1, 200];

    [Fact]
    public void A_rested_budget_grants_one_burst_at_once_and_then_one_an_interval() => Quota.Sample(quota =>
    {
        var budget = default(RequestBudget);
        for (var i = 0; i < quota.Burst; i++)
            budget = Granted(budget.Take(Start, quota));

        budget.Take(Start, quota).Permit.Wait.ShouldBe(quota.Interval);
        Granted(budget.Take(Start + quota.Interval, quota));
    });

    [Fact]
    public void Asks_the_caller_to_wait_exactly_until_the_next_token() =>
        Gen.Select(Quota, Pauses).Sample((quota, pauses) =>
        {
            var (budget, now) = (default(RequestBudget), Start);
            foreach (var pause in pauses)
            {
                now = now.AddMilliseconds(pause);
                var (permit, next) = budget.Take(now, quota);
                if (!permit.IsGranted)
                {
                    next.Take(now + permit.Wait - TimeSpan.FromTicks(1), quota).Permit.IsGranted.ShouldBeFalse();
                    now += permit.Wait;
                    next = Granted(next.Take(now, quota));
                }

                budget = next;
            }
        });

    [Fact]
    public void No_window_holds_more_than_a_burst_and_what_the_window_earns() =>
        Gen.Select(Quota, Pauses).Sample((quota, pauses) =>
        {
            var grants = Grants(quota, pauses);
            for (var first = 0; first < grants.Count; first++)
            {
                for (var last = first; last < grants.Count; last++)
                {
                    var earned = quota.Burst + ((grants[last] - grants[first]) / quota.Interval);
                    (last - first + 1).ShouldBeLessThanOrEqualTo((int)Math.Floor(earned + 1e-9));
                }
            }
        });

    [Fact]
    public void Never_owes_more_than_one_burst_wherever_the_clock_jumps() =>
        Gen.Select(Quota, Gen.Int[-10_000_000, 10_000_000].Array[1, 100]).Sample((quota, jumps) =>
        {
            var (budget, now) = (default(RequestBudget), Start);
            foreach (var jump in jumps)
            {
                now = now.AddMilliseconds(jump);
                (var permit, budget) = budget.Take(now, quota);
                (budget.SpentUntil - now).ShouldBeLessThanOrEqualTo(quota.Interval * quota.Burst);
                permit.Wait.ShouldBeLessThanOrEqualTo(quota.Interval);
            }
        });

    [Fact]
    public void A_clock_set_back_an_hour_silences_nobody()
    {
        var quota = new RequestQuota(TimeSpan.FromMilliseconds(500), 5);
        var budget = Granted(default(RequestBudget).Take(Start, quota));
        var now = Start.AddHours(-1);

        var (permit, waiting) = budget.Take(now, quota);

        permit.Wait.ShouldBe(quota.Interval);
        Granted(waiting.Take(now + permit.Wait, quota));
    }

    private static List<DateTimeOffset> Grants(RequestQuota quota, int[] pauses)
    {
        var (budget, now) = (default(RequestBudget), Start);
        var grants = new List<DateTimeOffset>();
        foreach (var pause in pauses)
        {
            now = now.AddMilliseconds(pause);
            (var permit, budget) = budget.Take(now, quota);
            if (permit.IsGranted)
                grants.Add(now);
        }

        return grants;
    }

    private static RequestBudget Granted((Permit Permit, RequestBudget Next) taken)
    {
        taken.Permit.IsGranted.ShouldBeTrue();
        return taken.Next;
    }
}
