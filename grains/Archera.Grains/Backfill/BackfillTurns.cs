using System.Threading.RateLimiting;
using Archera.Grains.Refresh;

namespace Archera.Grains.Backfill;

/// <summary>
/// When a back-fill may ask AWS for a page: at its own pace, with one of few places in the silo, and never while the
/// account is refreshed. A refresh that begins waits for the page under way, and for no other.
/// </summary>
/// <param name="refreshing">Ends with the refresh that runs; completed while none does.</param>
public sealed class BackfillTurns(RateLimiter pace, BackfillGate gate, Func<Task> refreshing)
{
    private TaskCompletionSource? _page;

    /// <summary>Ends with the page under way.</summary>
    public Task PageEnded => _page?.Task ?? Task.CompletedTask;

    public async Task<Turn> TakeAsync(CancellationToken cancellationToken)
    {
        using var lease = await pace.AcquireAsync(1, cancellationToken);
        while (true)
        {
            await refreshing().WaitAsync(cancellationToken).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            cancellationToken.ThrowIfCancellationRequested();
            var place = await gate.EnterAsync(cancellationToken);
            if (refreshing().IsCompleted)
                return new Turn(this, place);
            place.Dispose();
        }
    }

    /// <summary>One page, from the request to its days being stored.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Gate.Place _place;

        internal Turn(BackfillTurns turns, Gate.Place place) => (turns._page, _place) = (_ended, place);

        public void Dispose()
        {
            _place.Dispose();
            _ended.TrySetResult();
        }
    }
}
