using Archera.Aws.Calls;
using Archera.Contracts.Time;
using Archera.Sandbox.Aws.Faults;

namespace Archera.SandboxTests.AwsClient;

/// <summary>A clock that is off is named as that, and is over as soon as the clocks agree.</summary>
public sealed class ClockTests
{
    private static readonly DatePeriod Day = DatePeriod.OfDay(new DateOnly(2026, 11, 1));

    [Theory]
    [InlineData(20)]
    [InlineData(-20)]
    public async Task A_clock_that_is_off_is_ours_to_set_and_forgotten_once_it_is_right(int minutes)
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox);
        await host.Connection.OpenAsync(TestContext.Current.CancellationToken);
        sandbox.Aws.Faults.Replace([Skew(minutes)]);

        for (var read = 0; read < 3; read++)
        {
            var failure = (await host.ReadAsync("LinkedAccounts", Day)).Failure.ShouldNotBeNull();
            (failure.Reason, failure.Fault, failure.CanRetry).ShouldBe(
                (FailureReasons.ClockSkew, FaultOf.Vendor, true));
            failure.Detail.ShouldContain(minutes > 0 ? "20 min behind" : "20 min ahead of");
        }

        sandbox.Aws.Faults.Replace([]);
        var reading = await host.ReadAsync("LinkedAccounts", Day);

        reading.Succeeded.ShouldBeTrue(reading.Failure?.Detail);
        host.Attempts.Outcomes.Distinct().ShouldBe(["ok", FailureReasons.ClockSkew], ignoreOrder: true);
        host.Attempts.All.Count.ShouldBe((int)sandbox.Aws.Calls.Rows().Sum(row => row.Sent));
    }

    [Fact]
    public async Task What_one_API_was_told_of_the_time_changes_no_signature_for_another()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox);
        sandbox.Aws.Faults.Replace([Skew(20, "sts")]);

        var opened = await host.Connection.OpenAsync(TestContext.Current.CancellationToken);
        sandbox.Aws.Faults.Replace([]);
        var reading = await host.ReadAsync("LinkedAccounts", Day);

        opened.Failure.ShouldNotBeNull().Reason.ShouldBe(FailureReasons.ClockSkew);
        reading.Succeeded.ShouldBeTrue(reading.Failure?.Detail);
    }

    [Fact]
    public async Task A_host_of_AWS_whose_clock_is_off_is_passed_by()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox);
        await host.Connection.OpenAsync(TestContext.Current.CancellationToken);
        sandbox.Aws.Faults.Replace([Skew(20) with { Share = 0.1m }]);

        for (var read = 0; read < 20; read++)
            (await host.ReadAsync("LinkedAccounts", Day)).Failure?.Detail.ShouldBeNull();

        host.Attempts.Outcomes.Distinct().ShouldBe(["ok", FailureReasons.ClockSkew], ignoreOrder: true);
    }

    private static Fault Skew(int minutes, string? service = null) =>
        new(FaultKind.ClockSkew, 1, service, Milliseconds: minutes * 60_000);

    private static async Task<Sandbox> StartAsync()
    {
        var sandbox = await Sandbox.StartAsync(options => options with { EnforceQuotas = false });
        sandbox.PutRole();
        return sandbox;
    }
}
