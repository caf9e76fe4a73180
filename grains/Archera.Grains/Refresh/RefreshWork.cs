using System.Collections.Immutable;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Accounts;
using Orleans.Storage;

namespace Archera.Grains.Refresh;

/// <summary>
/// The refreshes of one activation, one at a time, beside its turns. It stays on the activation's scheduler, so that
/// its state is touched by one thread only; calls are answered between its steps.
/// </summary>
/// <param name="isReading">Told when a refresh begins to use the account's session, and when it has ended.</param>
/// <param name="refused">Called when the role does not open to us.</param>
public sealed class RefreshWork(
    RefreshSetting setting,
    IRefreshRecord record,
    AccountEpoch epoch,
    IAccountActivation activation,
    Func<RefreshRun, Task<IAccountConnection>> connect,
    Action<bool> isReading,
    Action refused)
{
    private const ConfigureAwaitOptions OffTheTurn =
        ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private Task _running = Task.CompletedTask;
    private CancellationTokenSource? _reading;

    /// <summary>The refresh that runs; null when none does.</summary>
    public RefreshRun? Run { get; private set; }

    /// <summary>Ends with the refresh that runs.</summary>
    public Task Running => _running;

    public void Acknowledge(PartitionKey partition, ReadStamp stamp) => setting.HandOver.Acknowledge(partition, stamp);

    /// <summary>
    /// Starts what is due, or all that AWS may still restate; joins the refresh that runs. Null: nothing is due.
    /// </summary>
    /// <param name="stop">Stops at once: what is not checkpointed is read again by the next activation.</param>
    public RefreshRun? Start(
        ImmutableArray<IDataset> datasets, DateOnly firstDay, TenantId tenant, bool everything, CancellationToken stop)
    {
        if (Run is not null)
            return Run;
        var now = setting.Clock.Now;
        var book = record.Book;
        var interrupted = book.InFlight;
        var mark = interrupted ?? new InFlightRefresh(book.LastNumber + 1, everything, now);
        var plan = RefreshPlan.Make(datasets, book, now, firstDay, mark.Everything, interrupted?.BegunAt);
        if (plan.Steps.IsEmpty && interrupted is null && !everything)
            return null;
        var operation = interrupted is null
            ? null
            : book.Operations.FirstOrDefault(known => known.Id.Number == interrupted.Number);
        Run = new RefreshRun(setting, record, mark, plan, operation, tenant);
        _running = RunAsync(Run, stop);
        return Run;
    }

    /// <summary>Ends the reading, and with it: what is under way to reports is still delivered.</summary>
    public async Task EndReadingAsync()
    {
        if (_reading is { } reading)
            await reading.CancelAsync();
        await _running.ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private async Task RunAsync(RefreshRun run, CancellationToken stop)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _reading = reading;
        await Task.CompletedTask.ConfigureAwait(OffTheTurn);
        try
        {
            setting.StillWorking();
            isReading(true);
            await run.ExecuteAsync(epoch.RaiseAsync, () => connect(run), refused, reading.Token, stop);
        }
        catch (OperationCanceledException) when (reading.IsCancellationRequested)
        {
            RefreshLog.Interrupted(setting.Logger, run.Operation.Id);
        }
        catch (InconsistentStateException exception)
        {
            RefreshLog.Fenced(setting.Logger, exception, setting.Account);
            activation.Leave();
        }
        catch (Exception exception)
        {
            RefreshLog.BrokeOff(setting.Logger, exception, run.Operation.Id);
        }
        finally
        {
            Run = null;
            _reading = null;
            isReading(false);
        }
    }
}
