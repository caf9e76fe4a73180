namespace Archera.Gateway.Cluster;

/// <summary>Waits for the first silo: whoever starts everything at once starts the gateway too early.</summary>
internal sealed partial class ConnectionRetry(TimeProvider time, ILogger<ConnectionRetry> log)
    : IClientConnectionRetryFilter
{
    /// <summary>How often a second is waited before the start fails: a silo needs a few seconds to be there.</summary>
    public const int MaxAttempts = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private int _attempts;

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (++_attempts > MaxAttempts)
            return false;
        if (_attempts == 1)
            LogWaiting(exception.GetType().Name, MaxAttempts);
        await Task.Delay(Pause, time, cancellationToken);
        return true;
    }

    [LoggerMessage(1, LogLevel.Information, "No silo answers yet ({Failure}); trying for {Seconds} s")]
    private partial void LogWaiting(string failure, int seconds);
}
