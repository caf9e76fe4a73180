using Archera.Grains.Reports;

namespace Archera.Grains.Tenants;

/// <summary>
/// Asks many accounts for one answer: so many at a time, and no longer than an answer may take. Those that have not
/// answered by then see <see cref="Waiting"/> cancelled.
/// </summary>
public sealed class FanOut : IDisposable
{
    private readonly SemaphoreSlim _free;
    private readonly CancellationTokenSource _patience;
    private readonly CancellationTokenSource _waiting;
    private readonly CancellationToken _caller;

    public FanOut(ReportOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        _free = new SemaphoreSlim(options.FanOut);
        _patience = new CancellationTokenSource(options.AnswerWithin, time);
        _waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _patience.Token);
        _caller = cancellationToken;
    }

    public CancellationToken Waiting => _waiting.Token;

    /// <returns>What each said, in the order of the accounts.</returns>
    /// <exception cref="OperationCanceledException">Whoever asked does not wait any more.</exception>
    public async Task<TOut[]> AllAsync<TIn, TOut>(
        IEnumerable<TIn> accounts, Func<TIn, CancellationToken, Task<TOut>> ask)
    {
        var answers = await Task.WhenAll(accounts.ToArray().Select(AskWhenFreeAsync));
        _caller.ThrowIfCancellationRequested();
        return answers;

        async Task<TOut> AskWhenFreeAsync(TIn account)
        {
            await _free.WaitAsync(CancellationToken.None); // Those before it have given up by then, too.
            try
            {
                return await ask(account, Waiting);
            }
            finally
            {
                _free.Release();
            }
        }
    }

    public void Dispose()
    {
        _waiting.Dispose();
        _patience.Dispose();
        _free.Dispose();
    }
}
