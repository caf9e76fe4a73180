using Archera.Sandbox.PublicApi;

namespace Archera.Sandbox.Onboarding;

/// <summary>
/// Watches one payer account until everything due has been read. A fresh account refreshes by itself; what is late, and
/// what was connected before this run, is asked for.
/// </summary>
internal sealed class AccountWatch(string payer, bool connectedBefore, TimeProvider time)
{
    /// <summary>
    /// How long a refresh that nobody asked for may go unseen before one is asked for (it joins one that runs).
    /// </summary>
    private static readonly TimeSpan AskAfter = TimeSpan.FromSeconds(15);

    private readonly long _start = time.GetTimestamp();
    private bool _asked;
    private string? _operation;

    internal bool IsWhole { get; private set; }

    internal async Task LookAsync(ApiClient api, PayerAnswer answer, CancellationToken cancellationToken)
    {
        if (_operation is not null)
        {
            var operation = await api.FindOperationAsync(_operation, cancellationToken);
            if (operation is { IsRunning: true })
                return;
            // What the operation has just changed shows in the next answer.
            _operation = null;
            return;
        }

        var mustAsk = connectedBefore && !_asked;
        IsWhole = answer.IsWhole && !mustAsk;
        if (IsWhole || !answer.IsConnected || !(mustAsk || _asked || time.GetElapsedTime(_start) > AskAfter))
            return;
        _asked = true;
        _operation = await api.RefreshAsync(payer, cancellationToken);
    }
}
