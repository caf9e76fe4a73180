using System.Diagnostics.Metrics;
using Archera.Grains.Refresh;

namespace Archera.ClusterTests.Fixture;

/// <summary>Signals that work of this process has ended, by a counter of the product's own meter.</summary>
public sealed class EndedWork : IDisposable
{
    private readonly MeterListener _listener = new();
    private TaskCompletionSource _next = Signal();

    public EndedWork(string counter, string meter = RefreshInstruments.MeterName)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter && instrument.Name == counter)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>(
            (_, _, _, _) => Interlocked.Exchange(ref _next, Signal()).SetResult());
        _listener.Start();
    }

    /// <summary>Completes with the next that ends.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Dispose() => _listener.Dispose();

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
