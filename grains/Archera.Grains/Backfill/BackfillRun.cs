using System.Collections.Immutable;
using System.Globalization;
using Archera.Aws.Calls;
using Archera.Aws.Costs;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Time;
using Archera.Grains.Reconciliation;
using Archera.Grains.Refresh;

namespace Archera.Grains.Backfill;

/// <summary>
/// One activation's part of a back-fill: page after page, the days that are whole with one handed over, acknowledged
/// and checkpointed before the next is asked for. Whatever ends it, it goes on after the last checkpoint.
/// </summary>
/// <param name="connect">Gives the account's connection; null: the account is not read for now.</param>
/// <param name="delivering">Ends what is under way to reports.</param>
public sealed class BackfillRun(
    RefreshSetting setting,
    IRefreshRecord record,
    BackfillTurns turns,
    BackfillOptions options,
    ImmutableArray<IDataset> datasets,
    Stamps stamps,
    Func<Task<IAccountConnection?>> connect,
    CancellationToken delivering)
{
    private readonly BackfillPlan _plan =
        BackfillPlan.Make(datasets, record.Book, BookOf(record).Days, setting.Pages.Sizes, setting.Clock.Now);

    private readonly RefreshLedger _ledger = new(setting, record, BookOf(record).Operation);
    private bool _waits;

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        foreach (var part in _plan.Parts)
        {
            foreach (var read in part.Reads)
            {
                RefreshPlan.Step? rest = new(part.Dataset, new PlannedRead(part.Dataset.Name, read));
                while (rest is not null)
                {
                    rest = await ReadSeriesAsync(rest, part.History, cancellationToken);
                    if (_waits)
                        return;
                }
            }
        }

        await FinishAsync(cancellationToken);
    }

    private static BackfillBook BookOf(IRefreshRecord record) => record.Book.Backfill
        ?? throw new OperationCanceledException("Nobody asks for the back-fill any more.");

    /// <summary>
    /// Reads days as one series of pages. The result is what another series reads; null: nothing is left.
    /// </summary>
    private async Task<RefreshPlan.Step?> ReadSeriesAsync(
        RefreshPlan.Step step, IDatasetHistory history, CancellationToken cancellationToken)
    {
        IAccountConnection? connection = null;
        IAsyncEnumerator<AwsAnswer<DatasetReading>>? pages = null;
        try
        {
            RefreshPlan.Step? rest = step;
            while (rest is not null)
            {
                using var turn = await TakeTurnAsync(history.PagePriceUsd, cancellationToken);
                if (turn is null)
                    return null;
                // A verification may have replaced the session between two pages: what is left is a series of its own.
                if (connection is not null && connection != turn.Connection)
                    return rest;
                connection = turn.Connection;
                pages ??= history.ReadPagesAsync(rest.Read, connection, cancellationToken)
                    .GetAsyncEnumerator(cancellationToken);
                if (!await pages.MoveNextAsync())
                    return rest;
                if (pages.Current.Failure is { } failure)
                    return await FailedAsync(step, rest, failure, connection, cancellationToken);
                rest = await TakeAsync(rest, pages.Current.Value!);
            }

            return null;
        }
        finally
        {
            if (pages is not null)
                await pages.DisposeAsync();
        }
    }

    private async Task<RefreshPlan.Step?> TakeAsync(RefreshPlan.Step rest, DatasetReading page)
    {
        await _ledger.TakeAsync(rest, page);
        return page.Partitions is [.., var last] ? rest.After(last.Day) : rest;
    }

    /// <summary>What can't be read is late by name, and alone where AWS answers for the others.</summary>
    private async Task<RefreshPlan.Step?> FailedAsync(
        RefreshPlan.Step series,
        RefreshPlan.Step rest,
        AwsFailure failure,
        IAccountConnection connection,
        CancellationToken cancellationToken)
    {
        var first = rest.Read.Days.Start;
        switch (failure.Reason)
        {
            case FailureReasons.TooLarge:
                await _ledger.LateAsync(rest.On(DatePeriod.OfDay(first)), failure);
                return rest.After(first);
            case FailureReasons.Unreadable:
                // Read once more without taking a day for whole before all of its month has come.
                var from = failure.Code == AwsFailure.OutOfOrder ? series.Read.Days.Start : first;
                var to = YearMonth.Of(first).Days.End;
                var again = series.Read.Days.Intersect(new DatePeriod(from, to));
                var reader = new StepReader(_ledger, setting.Logger);
                foreach (var month in again.ByMonth())
                    await reader.ReadAsync(rest.On(month.Days), connection, cancellationToken);
                return rest.After(again.End.AddDays(-1));
            default:
                await _ledger.LateAsync(rest, failure);
                await WaitForLateAsync();
                return null;
        }
    }

    private async Task FinishAsync(CancellationToken cancellationToken)
    {
        if (BackfillPlan.Make(datasets, record.Book, _plan.Days).Missing > 0)
        {
            await WaitForLateAsync();
            return;
        }

        var checks = MonthToCheck.Due(
            record.Book, datasets.Select(dataset => dataset.Name), setting.Clock.Today, _plan.Days).Count;
        if (checks > 0)
        {
            using var turn = await TakeTurnAsync(checks * CostTotals.PriceUsd, cancellationToken);
            if (turn is null)
                return;
            var reader = new StepReader(_ledger, setting.Logger);
            await setting.Months!.ReconcileAsync(
                () => record.Book,
                step => reader.ReadAsync(step, turn.Connection, cancellationToken),
                _ledger.NoteAsync,
                turn.Connection,
                _plan.Days,
                cancellationToken);
        }

        await record.UpdateAsync(book => book with { Backfill = book.Backfill?.End(setting.Time.GetUtcNow()) });
        Ended();
    }

    /// <summary>Null: it waits, as is stored.</summary>
    private async Task<PageTurn?> TakeTurnAsync(decimal priceUsd, CancellationToken cancellationToken)
    {
        setting.StillWorking();
        var turn = await turns.TakeAsync(cancellationToken);
        var today = setting.Clock.Today;
        var spent = BookOf(record).SpentOn(today);
        if (spent + priceUsd > options.UsdPerDay)
        {
            await WaitAsync(
                BackfillBook.OutOfBudget,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The back-fill has cost {spent:0.00##} USD today, and may cost {options.UsdPerDay} USD a day "
                    + $"(Backfill:UsdPerDay). It goes on by itself on the next day."),
                new DateTimeOffset(today.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));
        }
        else if (await connect() is { } connection)
        {
            if (BookOf(record).BudgetDay != today)
                await record.UpdateAsync(book => book with { Backfill = book.Backfill?.OnDay(today) });
            _ledger.OpenWith(connection, stamps, delivering);
            return new PageTurn(turn, connection);
        }
        else
        {
            await WaitAsync(
                LateReason.Refused, "The account is not connected. The back-fill goes on by itself once it is.", null);
        }

        turn.Dispose();
        return null;
    }

    private Task WaitForLateAsync()
    {
        var late = record.Book.Late.Where(late => late.Read.Days.Overlaps(_plan.Days)).ToArray();
        var first = late.MinBy(each => each.Read.NextTryAt)?.Read;
        return WaitAsync(
            first?.Reason ?? LateReason.Pending,
            first?.Detail ?? "Days are missing and are read again.",
            first?.NextTryAt ?? setting.Clock.Now);
    }

    private async Task WaitAsync(string reason, string detail, DateTimeOffset? nextTryAt)
    {
        _waits = true;
        await record.UpdateAsync(book => book with { Backfill = book.Backfill?.Wait(reason, detail, nextTryAt) });
        Ended();
    }

    private void Ended()
    {
        if (record.Book.Backfill is not { } book)
            return;
        BackfillLog.Ended(
            setting.Logger,
            book.Operation.Id,
            book.Operation.State,
            book.Operation.Done,
            book.Operation.Due,
            book.Operation.AwsCostUsd,
            book.Reason);
        setting.Instruments.BackfillEnded(book.Operation.State, book.Reason);
    }

    /// <summary>Leave to ask for a page, and through which connection.</summary>
    private sealed record PageTurn(BackfillTurns.Turn Turn, IAccountConnection Connection) : IDisposable
    {
        public void Dispose() => Turn.Dispose();
    }
}
