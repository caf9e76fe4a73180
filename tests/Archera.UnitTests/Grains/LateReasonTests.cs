using Archera.Aws.Calls;
using Archera.Grains.Refresh;

namespace Archera.UnitTests.Grains;

public sealed class LateReasonTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly AwsFailure Failure =
        new(FailureReasons.Unreachable, FaultOf.Network, CanRetry: true, "Timeout", "AWS did not answer in time.");

    [Fact]
    public void Says_that_a_read_is_tried_again_where_it_is()
    {
        LateReason.Of(Failure, Now).Detail.ShouldBe("AWS did not answer in time. It is tried again by itself.");
        LateReason.Of(Failure with { CanRetry = false }, Now).Detail.ShouldBe("AWS did not answer in time.");
    }

    [Fact]
    public void Says_behind_an_open_breaker_what_opened_it()
    {
        var behind = Failure with { Reason = FailureReasons.CircuitOpen, Detail = "Not asked.", Cause = Failure };

        var late = LateReason.Of(behind, Now);

        (late.Reason, late.Detail).ShouldBe(
            (FailureReasons.Unreachable, "AWS did not answer in time. It is tried again by itself."));
    }
}
