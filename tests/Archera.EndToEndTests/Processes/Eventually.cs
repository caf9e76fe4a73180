namespace Archera.EndToEndTests.Processes;

/// <summary>The one place that asks another process again and again: it offers no signal to wait for.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Asks until the answer is good, or fails after the deadline with what was awaited and the last answer.
    /// </summary>
    public static async Task<T> BecomesAsync<T>(
        string awaited, TimeSpan deadline, Func<CancellationToken, Task<T>> ask, Predicate<T> isGood)
    {
        using var limit = new CancellationTokenSource(deadline);
        T? last = default;
        try
        {
            while (true)
            {
                last = await ask(limit.Token);
                if (isGood(last))
                    return last;
                await Task.Delay(Pause, limit.Token);
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"{awaited} did not happen within {deadline}. Last answer: {last}");
        }
    }
}
