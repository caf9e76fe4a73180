using System.Collections.Immutable;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Aws.Throttling;
using Archera.Contracts.Backfill;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Accounts;
using Archera.Grains.Refresh;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Backfill;

/// <summary>
/// The back-fill of one payer account, beside the turns of its activation and between its refreshes. What is stored of
/// it says that it is to go on: whichever activation comes next goes on with it.
/// </summary>
/// <param name="setting">With a hand-over of its own: that of refreshes awaits other acknowledgements.</param>
/// <param name="refreshing">Ends with the refresh that runs; completed while none does.</param>
public sealed class BackfillWork(
    StoredRecord<PayerAccountState> record,
    IRefreshRecord book,
    RefreshSetting setting,
    AccountServices services,
    AccountEpoch epoch,
    AccountSession session,
    IAccountActivation activation,
    Func<Task> refreshing,
    CancellationToken stop) : IDisposable
{
    private const ConfigureAwaitOptions OffTheTurn =
        ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private readonly BudgetRateLimiter _pace = new(
        RequestQuota.PerSecond(services.Backfill.PagesPerMinute / 60d, burst: 1), maxWaiting: 1, services.Time);

    private BackfillTurns? _turns;
    private CancellationTokenSource? _reading;

    /// <summary>Ends with the back-fill that runs, or when it has to wait.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Ends with the page under way.</summary>
    public Task PageEnded => Turns.PageEnded;

    private BackfillTurns Turns => _turns ??= new BackfillTurns(_pace, services.BackfillGate, refreshing);

    public void Acknowledge(PartitionKey partition, ReadStamp stamp) => setting.HandOver.Acknowledge(partition, stamp);

    /// <summary>How it stands for the owner; null: the account was never connected.</summary>
    public BackfillView? View() => book.Book.Backfill is { } known
        ? new BackfillView(known.Price, known.State, known.Operation, known.Reason, known.NextTryAt)
        : Price() is { } price ? new BackfillView(price, BackfillState.None, null, null, null) : null;

    /// <summary>Starts it once, for ever. Null: the account can't be read now.</summary>
    public async Task<OperationView?> StartAsync()
    {
        if (record.Current.Readable is not { } claim || Price() is not { } price)
            return null;
        var (now, at) = (services.Clock.Now, services.Time.GetUtcNow());
        var stored = await book.UpdateAsync(current => current.Backfill is null
            ? current.Begin(new BackfillBook(
                new OperationView(
                    new OperationId(setting.Account.Payer, current.LastNumber + 1),
                    OperationState.Running,
                    price.Parts.Sum(part => part.Days),
                    0,
                    0,
                    0,
                    0,
                    at,
                    null)
                {
                    Kind = OperationKind.Backfill,
                    Tenant = claim.Tenant,
                },
                price,
                now))
            : current);
        Resume();
        return stored.Backfill!.Operation;
    }

    /// <summary>Goes on with what was started and has not ended, unless it waits for a later time.</summary>
    public void Resume()
    {
        if (book.Book.Backfill is not { IsDone: false } known
            || known.NextTryAt > services.Clock.Now
            || record.Current.Readable is not { } claim
            || claim.Tenant != known.Operation.Tenant
            || !Running.IsCompleted)
        {
            return;
        }

        Running = RunAsync([.. services.DatasetsOf(claim.Mode).Where(dataset => dataset.History is not null)], known);
    }

    /// <summary>Ends the reading: what is under way to reports is still delivered.</summary>
    public async Task EndReadingAsync()
    {
        if (_reading is { } reading)
            await reading.CancelAsync();
        await Running.ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public void Dispose() => _pace.Dispose();

    private BackfillPrice? Price()
    {
        if (record.Current is not { FirstDay: { } firstDay, Claims: { Owner: { } owner } claims })
            return null;
        var days = BackfillPlan.PeriodOf(firstDay, services.Clock.Today);
        return BackfillPlan.Make(services.DatasetsOf(claims.Find(owner)!.Mode), book.Book, days, setting.Pages.Sizes)
            .Price(services.Backfill);
    }

    private async Task RunAsync(ImmutableArray<IDataset> datasets, BackfillBook known)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _reading = reading;
        await Task.CompletedTask.ConfigureAwait(OffTheTurn);
        var id = known.Operation.Id;
        try
        {
            setting.StillWorking();
            var stamps = await epoch.RaiseAsync();
            var missing = BackfillPlan.Make(datasets, book.Book, known.Days).Missing;
            await book.UpdateAsync(current => current with { Backfill = current.Backfill?.GoOn(missing) });
            var run = new BackfillRun(
                setting, book, Turns, services.Backfill, datasets, stamps, ConnectAsync, stop);
            await run.ExecuteAsync(reading.Token);
        }
        catch (OperationCanceledException) when (reading.IsCancellationRequested)
        {
            BackfillLog.Interrupted(setting.Logger, id);
        }
        catch (InconsistentStateException exception)
        {
            RefreshLog.Fenced(setting.Logger, exception, setting.Account);
            activation.Leave();
        }
        catch (Exception exception)
        {
            BackfillLog.BrokeOff(setting.Logger, exception, id);
        }
        finally
        {
            _reading = null;
        }
    }

    /// <summary>Null: the account is not read for the tenant that asked.</summary>
    private async Task<IAccountConnection?> ConnectAsync() =>
        record.Current.Readable is { } claim && claim.Tenant == book.Book.Backfill?.Operation.Tenant
            ? await session.ConnectAsync(claim)
            : null;
}
