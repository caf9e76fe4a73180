using System.Diagnostics.Metrics;
using Archera.Grains.Refresh;

namespace Archera.ClusterTests.Fixture;

/// <summary>Signals that work has ended, by a counter of the product's own meter.</summary>
public sealed class EndedWork : IDisposable
{
    private readonly MeterListener _listener = new();
    private TaskCompletionSource _next = Signal();

    /// <param name="of">Whose meter alone counts; null: every one of this process, other tests' too.</param>
    /// <param name="outcome">What one of its tags has to say; null: whatever they say.</param>
    public EndedWork(
        string counter,
        string meter = RefreshInstruments.MeterName,
        IMeterFactory? of = null,
        string? outcome = null)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter
                && instrument.Name == counter
                && (of is null || instrument.Meter.Scope == of))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) =>
            {
                if (outcome is null || tags.ToArray().Any(tag => Equals(tag.Value, outcome)))
                    Interlocked.Exchange(ref _next, Signal()).SetResult();
            });
        _listener.Start();
    }

    /// <summary>Completes with the next that ends.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Dispose() => _listener.Dispose();

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
