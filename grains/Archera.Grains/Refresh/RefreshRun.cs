using System.Collections.Immutable;
using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Accounts;
using Archera.Grains.Storage;

namespace Archera.Grains.Refresh;

/// <summary>
/// One refresh of one account: read after read, each handed over and acknowledged before its checkpoint moves. It runs
/// on the activation's turns; at most one read's partitions are in memory.
/// </summary>
public sealed class RefreshRun
{
    private readonly RefreshSetting _setting;
    private readonly StoredRecord<PayerAccountState> _record;
    private readonly InFlightRefresh _mark;
    private readonly RefreshPlan _plan;
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private OperationView _operation;
    private string? _error;
    private bool _canRetry;
    private CancellationToken _delivering;

    public RefreshRun(
        RefreshSetting setting,
        StoredRecord<PayerAccountState> record,
        InFlightRefresh mark,
        RefreshPlan plan,
        OperationView? interrupted,
        TenantId tenant)
    {
        (_setting, _record, _mark, _plan, Tenant) = (setting, record, mark, plan, tenant);
        var id = new OperationId(setting.Account, mark.Number);
        _operation = interrupted is null
            ? new OperationView(id, OperationState.Running, plan.Partitions, 0, 0, 0, 0, setting.Time.GetUtcNow(), null)
            {
                Tenant = tenant,
            }
            : Resume(interrupted with { Tenant = interrupted.Tenant ?? tenant }, plan.Partitions);
        _canRetry = _operation.Late > 0;
    }

    /// <summary>The owner that the account is read for.</summary>
    public TenantId Tenant { get; }

    /// <summary>The refresh is stored: a crash from now on resumes it under this id.</summary>
    public Task Begun => _begun.Task;

    public OperationView Operation => _operation;

    /// <param name="raiseEpoch">Gives this activation's stamps, its epoch raised and stored.</param>
    /// <param name="connect">Gives the account's connection; called once a place in the gate is free.</param>
    /// <param name="refused">Called when the role does not open to us.</param>
    /// <param name="reading">Ends the reading: what is under way to reports is still delivered.</param>
    public async Task ExecuteAsync(
        Func<Task<Stamps>> raiseEpoch,
        Func<Task<IAccountConnection>> connect,
        Action refused,
        CancellationToken reading,
        CancellationToken cancellationToken)
    {
        _delivering = cancellationToken;
        try
        {
            var stamps = await raiseEpoch();
            await _record.UpdateAsync(state => state with { Refresh = state.Refresh.Begin(_mark, _operation) });
            _begun.TrySetResult();
            RefreshLog.Begins(_setting.Logger, _operation.Id, _plan.Partitions);
            using var place = await _setting.Gate.EnterAsync(reading);
            var connection = await connect();
            var spent = new SpentBefore(_operation, connection.Totals);
            await ReadAllAsync(connection, spent, stamps, refused, reading);
            await EndAsync(connection.TakeActions());
        }
        catch (Exception exception)
        {
            _begun.TrySetException(exception);
            _ = _begun.Task.Exception; // Nobody may wait for it; it is thrown on to whom it concerns.
            throw;
        }
    }

    /// <summary>What it had found late and is not planned now waits for its next try: it stays late.</summary>
    private static OperationView Resume(OperationView interrupted, int planned)
    {
        var waiting = Math.Max(0, interrupted.Due - interrupted.Done - planned);
        return interrupted with { Due = interrupted.Done + planned + waiting, Late = waiting };
    }

    private async Task ReadAllAsync(
        IAccountConnection connection,
        SpentBefore spent,
        Stamps stamps,
        Action refused,
        CancellationToken cancellationToken)
    {
        var session = await OpenAsync(connection, refused, cancellationToken);
        foreach (var step in _plan.Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _setting.StillWorking();
            if (!session.Succeeded)
            {
                var opening = spent.Add(_operation, connection.Totals);
                await LateAsync(step, session.Failure, opening);
                continue;
            }

            // Denied may mean the call, or the role that the session is renewed through.
            var failure = await ReadAsync(step, connection, spent, stamps, cancellationToken);
            if (failure is { Reason: FailureReasons.AccessDenied })
                session = await OpenAsync(connection, refused, cancellationToken);
        }

        if (!session.Succeeded)
            return;
        await _setting.Months.ReconcileAsync(
            () => _record.Current.Refresh,
            step => ReadAgainAsync(step, connection, spent, stamps, cancellationToken),
            change => NoteAsync(change, spent.Add(_operation, connection.Totals)),
            connection,
            cancellationToken);
    }

    private async Task ReadAgainAsync(
        RefreshPlan.Step step,
        IAccountConnection connection,
        SpentBefore spent,
        Stamps stamps,
        CancellationToken cancellationToken)
    {
        _setting.StillWorking();
        _operation = _operation with { Due = _operation.Due + step.Partitions };
        await ReadAsync(step, connection, spent, stamps, cancellationToken);
    }

    private async Task NoteAsync(Func<RefreshBook, RefreshBook> change, OperationView operation)
    {
        _setting.StillWorking();
        _operation = operation;
        await _record.UpdateAsync(state => state with { Refresh = change(state.Refresh).Progress(_operation) });
    }

    private static async Task<AwsAnswer<CallerIdentity>> OpenAsync(
        IAccountConnection connection, Action refused, CancellationToken cancellationToken)
    {
        var session = await connection.OpenAsync(cancellationToken);
        if (session.Failure is { Reason: FailureReasons.AccessDenied })
            refused();
        return session;
    }

    /// <summary>
    /// Days that can't be read together are read alone, and days too many for one read in several: one that can't be
    /// read at all is late alone.
    /// </summary>
    /// <returns>Why it could not be read; null when it was.</returns>
    private async Task<AwsFailure?> ReadAsync(
        RefreshPlan.Step step,
        IAccountConnection connection,
        SpentBefore spent,
        Stamps stamps,
        CancellationToken cancellationToken)
    {
        var answer = await step.Dataset.ReadAsync(step.Read, connection, cancellationToken);
        if (answer.Failure is { Reason: FailureReasons.Unreadable } && step.Partitions > 1)
        {
            AwsFailure? last = null;
            foreach (var day in step.ByDay())
                last = await ReadAsync(day, connection, spent, stamps, cancellationToken) ?? last;
            return last;
        }

        var operation = spent.Add(_operation, connection.Totals);
        var part = step.Told(answer);
        if (!answer.Succeeded)
            await LateAsync(part, answer.Failure, operation);
        else if (step.Dataset.Keeping == DatasetKeeping.WithAccount)
            await KeepAsync(step, answer.Value.Partitions[^1], operation);
        else
            await StoreAsync(part, answer.Value, operation, stamps);
        return step.After(part.Read.Days.End.AddDays(-1)) is { } rest
            ? await ReadAsync(rest, connection, spent, stamps, cancellationToken) ?? answer.Failure
            : answer.Failure;
    }

    private Task LateAsync(RefreshPlan.Step step, AwsFailure failure, OperationView operation)
    {
        var reason = LateReason.Of(failure, _setting.Time.GetUtcNow());
        var wasAsked = operation.AwsCalls > _operation.AwsCalls;
        return LateAsync(step, wasAsked ? reason with { RestFirst = null } : reason, operation);
    }

    private async Task LateAsync(RefreshPlan.Step step, LateReason reason, OperationView operation)
    {
        var days = step.Read.Days;
        RefreshLog.Late(_setting.Logger, step.Dataset.Name, _setting.Account, days, reason.Reason, reason.Detail);
        _setting.Instruments.Partitions(step.Dataset.Name, reason.Reason, step.Partitions);
        _error = $"{step.Dataset.Name} for {days}: {reason.Detail}";
        _canRetry |= reason.CanRetry;
        _operation = operation with { Late = operation.Late + step.Partitions };
        var now = _setting.Clock.Now;
        var isWhole = step.Dataset.Keeping == DatasetKeeping.WithAccount;
        await _record.UpdateAsync(state => state with
        {
            Refresh = state.Refresh.Failed(step.Dataset.Name, days, reason, now, isWhole).Progress(_operation),
        });
    }

    private async Task KeepAsync(RefreshPlan.Step step, DatasetPartition read, OperationView operation)
    {
        var before = _record.Current.Refresh.Kept.GetValueOrDefault(step.Dataset.Name);
        var (kept, problem) = KeptContent.After(before, step.Dataset, read, _setting.Clock.Now);
        if (kept is null)
        {
            await LateAsync(step, problem!, operation);
            return;
        }

        _operation = operation with { Done = operation.Done + 1 };
        await _record.UpdateAsync(state => state with
        {
            Refresh = state.Refresh.Keep(step.Dataset.Name, read.Day, kept).Progress(_operation),
        });
        _setting.Instruments.Partitions(step.Dataset.Name, "kept", 1);
    }

    private async Task StoreAsync(
        RefreshPlan.Step step, DatasetReading reading, OperationView operation, Stamps stamps)
    {
        var dataset = step.Dataset.Name;
        var readAt = _setting.Clock.Now;
        var aggregates = reading.Partitions.Select(partition => AggregateParts.Whole(
            new PartitionKey(_setting.Account, dataset, partition.Day),
            stamps.Next(),
            readAt,
            partition.Estimated,
            partition.SchemaVersion,
            partition.Content)).ToImmutableArray();
        var notStored = await _setting.HandOver.DeliverAsync(aggregates, _delivering);
        var stored = aggregates.Where(aggregate => !notStored.ContainsKey(aggregate.Partition.Day)).ToDictionary(
            aggregate => aggregate.Partition.Day, aggregate => new DayCheckpoint(readAt, aggregate.Estimated));

        _operation = operation with { Done = operation.Done + stored.Count, Late = operation.Late + notStored.Count };
        await _record.UpdateAsync(state => state with
        {
            Refresh = notStored
                .OrderBy(late => late.Key)
                .Aggregate(
                    state.Refresh.Stored(dataset, stored),
                    (book, late) => book.Failed(dataset, DatePeriod.OfDay(late.Key), late.Value, readAt))
                .Progress(_operation),
        });
        _setting.Instruments.Partitions(dataset, "stored", stored.Count);
        _setting.Instruments.Partitions(dataset, LateReason.NotStored, notStored.Count);
        if (notStored.Count == 0)
            return;
        _canRetry = true;
        _error = notStored.Values.First().Detail;
    }

    private async Task EndAsync(IReadOnlyDictionary<string, long> actions)
    {
        var state = _operation.Late == 0 ? OperationState.Succeeded
            : _operation.Done == 0 && !_canRetry ? OperationState.Failed
            : OperationState.Late;
        var ended = _operation with { State = state, EndedAt = _setting.Time.GetUtcNow() };
        await _record.UpdateAsync(current => current.EndRefresh(
            ended, _error ?? FirstLate(current.Refresh, ended), actions, _setting.Clock.Now));
        _operation = ended;
        _setting.Instruments.RefreshEnded(state);
        RefreshLog.Ended(
            _setting.Logger, ended.Id, state, ended.Done, ended.Due, ended.AwsCalls, ended.AwsCostUsd);
    }

    private static string? FirstLate(RefreshBook book, OperationView ended) =>
        ended.Late > 0 && !book.Late.IsEmpty ? book.Late[0].Read.Detail : null;

    /// <summary>What the operation had spent, and the connection too, when this run began.</summary>
    private sealed record SpentBefore(OperationView Operation, AwsCallTotals Totals)
    {
        public OperationView Add(OperationView operation, AwsCallTotals now) => operation with
        {
            AwsCalls = Operation.AwsCalls + (int)(now.Calls - Totals.Calls),
            AwsCostUsd = Operation.AwsCostUsd + (now.CostUsd - Totals.CostUsd),
        };
    }
}
