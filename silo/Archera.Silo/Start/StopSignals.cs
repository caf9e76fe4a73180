using System.Runtime.InteropServices;

namespace Archera.Silo.Start;

/// <summary>
/// SIGTERM, Ctrl-C and SIGQUIT, from the program's first moment on. They end no start half-way: Orleans can't stop what
/// has half started. It is told to stop when it has started, or given up when that takes too long.
/// </summary>
internal sealed class StopSignals : IHostLifetime, IDisposable
{
    /// <summary>How long a start may go on after the first signal.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _told = new();
    private readonly CancellationTokenSource _outOfPatience = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Tell),
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Tell),
        PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Tell),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Told => _told.Token;

    /// <summary>Cancelled when a start goes on for too long after the first signal.</summary>
    public CancellationToken OutOfPatience => _outOfPatience.Token;

    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _told.Dispose();
        _outOfPatience.Dispose();
    }

    private void Tell(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (_told.IsCancellationRequested)
            return;
        _outOfPatience.CancelAfter(Patience);
        _told.Cancel();
    }
}
