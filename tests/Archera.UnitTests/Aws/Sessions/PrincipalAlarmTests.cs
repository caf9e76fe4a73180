using System.Diagnostics.Metrics;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Archera.UnitTests.Aws.Sessions;

/// <summary>How the operator hears of a principal of ours that proves nothing.</summary>
public sealed class PrincipalAlarmTests : IDisposable
{
    private static readonly AwsFailure Shut = Failure("SilentWitness");

    private readonly FakeTimeProvider _time = new();
    private readonly Heard _log = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly AwsInstruments _instruments;
    private readonly PrincipalAlarm _alarm;

    public PrincipalAlarmTests()
    {
        _instruments = new AwsInstruments(_services.GetRequiredService<IMeterFactory>());
        _alarm = new PrincipalAlarm(_instruments, _time, _log);
    }

    [Fact]
    public void Wakes_somebody_for_our_own_principal_and_for_a_witness()
    {
        _alarm.Raise(OurPrincipal.Ourselves, AwsPartition.Aws, Shut);
        _alarm.Raise(OurPrincipal.Witness, AwsPartition.Aws, Shut);

        _log.Levels.ShouldBe([LogLevel.Critical, LogLevel.Error]);
    }

    [Fact]
    public void Says_the_same_once_in_a_while_and_something_new_at_once()
    {
        _alarm.Raise(OurPrincipal.Witness, AwsPartition.Aws, Shut);
        _time.Advance(PrincipalAlarm.Quiet - TimeSpan.FromTicks(1));
        _alarm.Raise(OurPrincipal.Witness, AwsPartition.Aws, Shut);
        _log.Levels.Count.ShouldBe(1);

        _alarm.Raise(OurPrincipal.Witness, AwsPartition.Aws, Failure("ExpiredToken"));
        _log.Levels.Count.ShouldBe(2);
        _time.Advance(PrincipalAlarm.Quiet);
        _alarm.Raise(OurPrincipal.Witness, AwsPartition.Aws, Failure("ExpiredToken"));

        _log.Levels.Count.ShouldBe(3);
    }

    [Fact]
    public void Counts_every_time_by_principal_partition_and_reason_and_by_no_account()
    {
        var counted = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, meter) =>
        {
            if (instrument.Meter.Scope == _services.GetRequiredService<IMeterFactory>()
                && instrument.Name == "archera.aws.principal.unproven")
                meter.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
            counted.Add(string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
        listener.Start();

        _alarm.Raise(OurPrincipal.Colleague, AwsPartition.AwsUsGov, Shut);
        _alarm.Raise(OurPrincipal.Colleague, AwsPartition.AwsUsGov, Shut);

        counted.ShouldBe(Enumerable.Repeat(
            "principal=Colleague partition=aws-us-gov reason=vendor-credentials", 2));
    }

    public void Dispose()
    {
        _instruments.Dispose();
        _services.Dispose();
    }

    private static AwsFailure Failure(string code) =>
        new(FailureReasons.VendorCredentials, FaultOf.Vendor, CanRetry: true, code, "Words.");

    private sealed class Heard : ILogger<PrincipalAlarm>
    {
        public List<LogLevel> Levels { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) => Levels.Add(logLevel);
    }
}
