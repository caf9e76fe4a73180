using Archera.Aws.Calls;
using CsCheck;

namespace Archera.UnitTests.Aws.Calls;

public sealed class RetryPlanTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);
    private static readonly AwsCallOptions Options = new();
    private static readonly AwsFailure Throttle = Failure(FailureReasons.Throttled);
    private static readonly AwsFailure Fault = Failure(FailureReasons.AwsError);

    [Fact]
    public void Five_faults_end_a_call()
    {
        var plan = RetryPlan.StartAt(Start);

        for (var attempt = 1; attempt < 5; attempt++)
            plan = Again(plan.After(Fault, Start, 0.5, Options));

        plan.After(Fault, Start, 0.5, Options).Delay.ShouldBeNull();
    }

    [Fact]
    public void Throttles_use_up_no_attempt_but_the_calls_ten_minutes()
    {
        var (plan, now, throttles) = (RetryPlan.StartAt(Start), Start, 0);
        while (true)
        {
            (plan, var delay) = plan.After(Throttle, now, 0.99, Options);
            if (delay is null)
                break;
            now += delay.Value;
            throttles++;
        }

        throttles.ShouldBeGreaterThan(20);
        (now - Start).ShouldBeInRange(TimeSpan.FromMinutes(10) - Options.MaxDelay, TimeSpan.FromMinutes(10));
        plan.Faults.ShouldBe(0);
    }

    [Fact]
    public void Waits_stay_between_their_bounds_and_grow_at_most_threefold() =>
        Gen.Double[0, 0.999999].Array[1, 40].Sample(jitters =>
        {
            var (plan, last) = (RetryPlan.StartAt(Start), TimeSpan.Zero);
            foreach (var jitter in jitters)
            {
                (plan, var delay) = plan.After(Throttle, Start, jitter, Options);
                var most = Max(last, Options.MinDelay) * 3;
                delay!.Value.ShouldBeInRange(Options.MinDelay, Min(most, Options.MaxDelay));
                last = delay.Value;
            }
        });

    [Fact]
    public void Callers_who_failed_together_part_at_their_first_retry()
    {
        var early = RetryPlan.StartAt(Start).After(Throttle, Start, 0, Options).Delay;
        var late = RetryPlan.StartAt(Start).After(Throttle, Start, 0.999, Options).Delay;

        early.ShouldBe(Options.MinDelay);
        late.ShouldNotBeNull().ShouldBeGreaterThan(Options.MinDelay * 2.9);
    }

    [Theory]
    [InlineData(FailureReasons.AccessDenied)]
    [InlineData(FailureReasons.VendorCredentials)]
    [InlineData(FailureReasons.SessionExpired)]
    [InlineData(FailureReasons.DataUnavailable)]
    [InlineData(FailureReasons.InvalidRequest)]
    [InlineData(FailureReasons.CircuitOpen)]
    public void What_the_next_request_would_meet_too_is_not_tried_again(string reason) =>
        RetryPlan.StartAt(Start).After(Failure(reason), Start, 0.5, Options).Delay.ShouldBeNull();

    private static AwsFailure Failure(string reason) => new(reason, FaultOf.Aws, true, "Code", "Detail");

    private static RetryPlan Again((RetryPlan Next, TimeSpan? Delay) after)
    {
        after.Delay.ShouldNotBeNull();
        return after.Next;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
