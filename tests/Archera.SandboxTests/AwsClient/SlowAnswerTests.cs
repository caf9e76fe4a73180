using Archera.Aws.Calls;
using Archera.Contracts.Time;
using Archera.Sandbox.Aws.Faults;

namespace Archera.SandboxTests.AwsClient;

/// <summary>Slow answers through the SDK: late by name, and whole once they come in time.</summary>
public sealed class SlowAnswerTests
{
    private static readonly DatePeriod Day = DatePeriod.OfDay(new DateOnly(2026, 11, 1));

    [Theory]
    [InlineData(FaultKind.Latency, 60_000, "00:00:01", "00:00:15", "Timeout")]
    [InlineData(FaultKind.SlowBody, 100, "00:00:01", "00:00:15", "Timeout")]
    [InlineData(FaultKind.SlowBody, 500, "00:01:00", "00:00:00.2", "Stalled")]
    public async Task A_slow_answer_is_asked_for_again_then_late_by_name_and_whole_afterwards(
        FaultKind kind, int milliseconds, string deadline, string stall, string code)
    {
        await using var sandbox = await Sandbox.StartAsync(options => options with { EnforceQuotas = false });
        sandbox.PutRole();
        await using var host = AwsClientHost.At(sandbox, new()
        {
            ["Aws:Calls:MaxAttempts"] = "2",
            ["Aws:Calls:AttemptTimeout"] = deadline,
            ["Aws:Calls:BodyStall"] = stall,
        });
        var clean = (await host.ReadAsync("LinkedAccounts", Day)).Value.ShouldNotBeNull();
        var before = host.Attempts.All.Count;
        sandbox.Aws.Faults.Replace([new Fault(kind, 1, Milliseconds: milliseconds)]);

        var failure = (await host.ReadAsync("LinkedAccounts", Day)).Failure.ShouldNotBeNull();

        (failure.Reason, failure.Fault, failure.CanRetry, failure.Code)
            .ShouldBe((FailureReasons.Unreachable, FaultOf.Network, true, code));
        host.Attempts.Outcomes.Skip(before).ShouldBe(Enumerable.Repeat(FailureReasons.Unreachable, 2));
        sandbox.Aws.Faults.Replace([]);
        var whole = (await host.ReadAsync("LinkedAccounts", Day)).Value.ShouldNotBeNull();
        whole.Partitions.Single().Content.ShouldBe(clean.Partitions.Single().Content);
    }
}
