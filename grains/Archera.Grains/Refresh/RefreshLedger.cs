using System.Collections.Immutable;
using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;

namespace Archera.Grains.Refresh;

/// <summary>
/// What one refresh stores of its reads, and how it counts them: each is handed over and acknowledged before its
/// checkpoint moves.
/// </summary>
/// <param name="begun">The operation as it begins, or goes on.</param>
public sealed class RefreshLedger(RefreshSetting setting, IRefreshRecord record, OperationView begun)
{
    private OperationView _operation = begun;
    private Desk? _desk;
    private string? _error;
    private bool _canRetry = begun.Late > 0;

    public OperationView Operation => _operation;

    private DateOnly Today => setting.Clock.Today;

    private Desk Open => _desk ?? throw new InvalidOperationException("The refresh has no connection yet.");

    /// <param name="delivering">Ends what is under way to reports.</param>
    public void OpenWith(IAccountConnection connection, Stamps stamps, CancellationToken delivering) =>
        _desk = new Desk(connection, _operation, connection.Totals, stamps, delivering);

    /// <summary>More than was planned is read.</summary>
    public void AddDue(int partitions) => _operation = _operation with { Due = _operation.Due + partitions };

    /// <summary>Nothing that costs the customer is read any more today.</summary>
    public bool IsBudgetSpent => record.Book.SpentOn(Today) >= setting.Options.UsdPerDay;

    /// <summary>The day's budget is spent: the step waits for the next day.</summary>
    public Task LateByBudgetAsync(RefreshPlan.Step step) => LateAsync(
        step,
        LateReason.OfBudget(setting.Account, setting.Options.UsdPerDay, setting.Clock.Now),
        Open.Spend(_operation));

    /// <summary>Stores a change of the book, and what was spent.</summary>
    public async Task NoteAsync(Func<RefreshBook, RefreshBook> change)
    {
        setting.StillWorking();
        _operation = Open.Spend(_operation);
        await record.UpdateAsync(book => change(book).Progress(_operation, Today));
    }

    /// <summary>Stores what a read gave, as its dataset is kept.</summary>
    public Task TakeAsync(RefreshPlan.Step step, DatasetReading reading)
    {
        var operation = Open.Spend(_operation);
        return step.Dataset switch
        {
            { Keeping: DatasetKeeping.WithAccount } => KeepAsync(step, reading.Partitions[^1], operation),
            IObservedDataset observed => ObserveAsync(step, observed, reading, operation),
            _ => StoreAsync(step, reading, operation),
        };
    }

    public Task LateAsync(RefreshPlan.Step step, AwsFailure failure)
    {
        var operation = Open.Spend(_operation);
        var reason = LateReason.Of(failure, setting.Time.GetUtcNow());
        var wasAsked = operation.AwsCalls > _operation.AwsCalls;
        return LateAsync(step, wasAsked ? reason with { RestFirst = null } : reason, operation);
    }

    /// <param name="actions">How often AWS answered each action.</param>
    public async Task EndAsync(IReadOnlyDictionary<string, long> actions)
    {
        var state = _operation.Late == 0 ? OperationState.Succeeded
            : _operation.Done == 0 && !_canRetry ? OperationState.Failed
            : OperationState.Late;
        var ended = _operation with { State = state, EndedAt = setting.Time.GetUtcNow() };
        await record.EndAsync(ended, _error ?? FirstLate(record.Book, ended), actions);
        _operation = ended;
        setting.Instruments.RefreshEnded(state);
        RefreshLog.Ended(
            setting.Logger, ended.Id, state, ended.Done, ended.Due, ended.AwsCalls, ended.AwsCostUsd);
    }

    private async Task LateAsync(
        RefreshPlan.Step step, LateReason reason, OperationView operation, DatePeriod? unseen = null)
    {
        var isObserved = step.Dataset.Keeping == DatasetKeeping.Observed;
        var days = unseen ?? (isObserved
            ? record.Book.UnseenDays(step.Dataset.Name, step.Read.Days.Start)
            : step.Read.Days);
        RefreshLog.Late(setting.Logger, step.Dataset.Name, setting.Account, days, reason.Reason, reason.Detail);
        _error = $"{step.Dataset.Name} for {days}: {reason.Detail}";
        _canRetry |= reason.CanRetry;
        _operation = operation with { Late = operation.Late + step.Partitions };
        var now = setting.Clock.Now;
        var isWhole = isObserved || step.Dataset.Keeping == DatasetKeeping.WithAccount;
        await record.UpdateAsync(
            book => book.Failed(step.Dataset.Name, days, reason, now, isWhole).Progress(_operation, Today));
        setting.Instruments.Partitions(step.Dataset.Name, reason.Reason, step.Partitions);
    }

    private async Task KeepAsync(RefreshPlan.Step step, DatasetPartition read, OperationView operation)
    {
        var before = record.Book.Kept.GetValueOrDefault(step.Dataset.Name);
        var (kept, problem) = KeptContent.After(before, step.Dataset, read, setting.Clock.Now);
        if (kept is null)
        {
            await LateAsync(step, problem!, operation);
            return;
        }

        _operation = operation with { Done = operation.Done + 1 };
        await record.UpdateAsync(book => book.Keep(step.Dataset.Name, read.Day, kept).Progress(_operation, Today));
        setting.Instruments.Partitions(step.Dataset.Name, "kept", 1);
    }

    /// <summary>
    /// The look before is replaced only once all that the new one tells is stored: what is lost on the way is told
    /// again, from the same moment on, by the next.
    /// </summary>
    private async Task ObserveAsync(
        RefreshPlan.Step step,
        IObservedDataset dataset,
        DatasetReading reading,
        OperationView operation)
    {
        var readAt = setting.Clock.Now;
        var kept = record.Book.Kept.GetValueOrDefault(dataset.Name);
        var observation = dataset.Observe(
            setting.Account.Own, kept?.ToPartition(step.Read.Days.Start), reading.Partitions[^1]);
        if (observation.Kept.Content.Length > KeptContent.MaxBytes)
        {
            await LateAsync(step, KeptContent.TooLarge(observation.Kept.Content.Length), operation);
            return;
        }

        var aggregates = Aggregates(dataset.Name, observation.Days, readAt);
        var notStored = await setting.HandOver.DeliverAsync(aggregates, Open.Delivering);
        if (notStored.Count > 0)
        {
            await LateAsync(step, notStored.Values.First(), operation);
            return;
        }

        var lateBefore = record.Book.LateOf(dataset.Name).Select(late => late.Read.Days.Start).ToArray();
        _operation = operation with { Done = operation.Done + 1 };
        var content = new KeptContent(
            readAt, observation.Kept.SchemaVersion, observation.Kept.Content, observation.Kept.Rows);
        var days = observation.Days.ToDictionary(day => day.Day, _ => new DayCheckpoint(readAt, false));
        await record.UpdateAsync(book => book.Observed(dataset.Name, content, days).Progress(_operation, Today));
        setting.Instruments.Partitions(dataset.Name, "observed", 1);
        if (observation.Missing is { } missing)
            await LateAsync(
                step,
                LateReason.Of(missing, setting.Time.GetUtcNow()) with { RestFirst = null },
                _operation with { Done = _operation.Done - 1 },
                step.Read.Days with { Start = lateBefore.Append(observation.MissingFrom).Min() });
    }

    private ImmutableArray<UsageAggregate> Aggregates(
        DatasetName dataset, ImmutableArray<DatasetPartition> partitions, DateTimeOffset readAt) =>
    [
        .. partitions.Select(partition => AggregateParts.Whole(
            new PartitionKey(setting.Account.Payer, dataset, partition.Day, setting.Account.Linked),
            Open.Stamps.Next(),
            readAt,
            partition.Estimated,
            partition.SchemaVersion,
            partition.Content)),
    ];

    private async Task StoreAsync(RefreshPlan.Step step, DatasetReading reading, OperationView operation)
    {
        var dataset = step.Dataset.Name;
        var readAt = setting.Clock.Now;
        var aggregates = Aggregates(dataset, reading.Partitions, readAt);
        var notStored = await setting.HandOver.DeliverAsync(aggregates, Open.Delivering);
        var stored = aggregates.Where(aggregate => !notStored.ContainsKey(aggregate.Partition.Day)).ToDictionary(
            aggregate => aggregate.Partition.Day, aggregate => new DayCheckpoint(readAt, aggregate.Estimated));

        LateReason? missing = reading.Missing is { } failure
            ? LateReason.Of(failure, setting.Time.GetUtcNow()) with { RestFirst = null }
            : null;
        var inPart = missing is null ? 0 : stored.Count;
        _operation = operation with
        {
            Done = operation.Done + stored.Count - inPart,
            Late = operation.Late + notStored.Count + inPart,
        };
        await record.UpdateAsync(before => notStored
            .OrderBy(late => late.Key)
            .Aggregate(
                (missing is null
                    ? before.Stored(dataset, stored)
                    : before.StoredInPart(dataset, stored, missing, readAt)).Measured(dataset, reading.Sizes),
                (book, late) => book.Failed(dataset, DatePeriod.OfDay(late.Key), late.Value, readAt))
            .Progress(_operation, Today));
        setting.Pages.Add(reading.Sizes);
        setting.Instruments.Partitions(dataset, "stored", stored.Count - inPart);
        setting.Instruments.Partitions(dataset, LateReason.NotStored, notStored.Count);
        if (missing is not null)
            NoteMissing(step, missing, inPart);
        if (notStored.Count == 0)
            return;
        _canRetry = true;
        _error = notStored.Values.First().Detail;
    }

    private void NoteMissing(RefreshPlan.Step step, LateReason missing, int partitions)
    {
        var (dataset, days) = (step.Dataset.Name, step.Read.Days);
        RefreshLog.Late(setting.Logger, dataset, setting.Account, days, missing.Reason, missing.Detail);
        setting.Instruments.Partitions(dataset, missing.Reason, partitions);
        _error = $"{dataset} for {days}: {missing.Detail}";
        _canRetry |= missing.CanRetry;
    }

    private static string? FirstLate(RefreshBook book, OperationView ended) =>
        ended.Late > 0 && !book.Late.IsEmpty ? book.Late[0].Read.Detail : null;

    /// <param name="Before">The operation, and what the connection had spent, when it was opened.</param>
    private sealed record Desk(
        IAccountConnection Connection,
        OperationView Before,
        AwsCallTotals Totals,
        Stamps Stamps,
        CancellationToken Delivering)
    {
        public OperationView Spend(OperationView operation) => operation with
        {
            AwsCalls = Before.AwsCalls + (int)(Connection.Totals.Calls - Totals.Calls),
            AwsCostUsd = Before.AwsCostUsd + (Connection.Totals.CostUsd - Totals.CostUsd),
        };
    }
}
