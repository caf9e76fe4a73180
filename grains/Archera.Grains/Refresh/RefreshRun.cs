using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;

namespace Archera.Grains.Refresh;

/// <summary>
/// One refresh of one account: read after read, each handed over and acknowledged before its checkpoint moves. It runs
/// on the activation's turns; at most one read's partitions are in memory.
/// </summary>
public sealed class RefreshRun
{
    private readonly RefreshSetting _setting;
    private readonly IRefreshRecord _record;
    private readonly InFlightRefresh _mark;
    private readonly RefreshPlan _plan;
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RefreshLedger _ledger;
    private readonly StepReader _reader;

    public RefreshRun(
        RefreshSetting setting,
        IRefreshRecord record,
        InFlightRefresh mark,
        RefreshPlan plan,
        OperationView? interrupted,
        TenantId tenant)
    {
        (_setting, _record, _mark, _plan, Tenant) = (setting, record, mark, plan, tenant);
        var id = new OperationId(setting.Account.Payer, mark.Number, setting.Account.Linked);
        var operation = interrupted is null
            ? new OperationView(id, OperationState.Running, plan.Partitions, 0, 0, 0, 0, setting.Time.GetUtcNow(), null)
            {
                Tenant = tenant,
            }
            : Resume(interrupted with { Tenant = interrupted.Tenant ?? tenant }, plan.Partitions);
        _ledger = new RefreshLedger(setting, record, operation);
        _reader = new StepReader(_ledger, setting.Logger);
    }

    /// <summary>The owner that the account is read for.</summary>
    public TenantId Tenant { get; }

    /// <summary>The refresh is stored: a crash from now on resumes it under this id.</summary>
    public Task Begun => _begun.Task;

    public OperationView Operation => _ledger.Operation;

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
        try
        {
            var stamps = await raiseEpoch();
            await _record.UpdateAsync(book => book.Begin(_mark, Operation));
            _begun.TrySetResult();
            RefreshLog.Begins(_setting.Logger, Operation.Id, _plan.Partitions);
            using var place = await _setting.Gate.EnterAsync(reading);
            var connection = await connect();
            _ledger.OpenWith(connection, stamps, cancellationToken);
            await ReadAllAsync(connection, refused, reading);
            await _ledger.EndAsync(connection.TakeActions());
        }
        catch (Exception exception)
        {
            _begun.TrySetException(exception);
            _ = _begun.Task.Exception; // Nobody may wait for it; it is thrown on to whom it concerns.
            throw;
        }
    }

    private async Task ReadAllAsync(
        IAccountConnection connection, Action refused, CancellationToken cancellationToken)
    {
        var session = await OpenAsync(connection, refused, cancellationToken);
        foreach (var step in _plan.Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _setting.StillWorking();
            if (!session.Succeeded)
            {
                await _ledger.LateAsync(step, session.Failure);
                continue;
            }

            if (step.Dataset.Probe.PriceUsd > 0 && _ledger.IsBudgetSpent)
            {
                await _ledger.LateByBudgetAsync(step);
                continue;
            }

            // Denied may mean the call, or the role that the session is renewed through.
            var failure = await _reader.ReadAsync(step, connection, cancellationToken);
            if (failure is { Reason: FailureReasons.AccessDenied })
                session = await OpenAsync(connection, refused, cancellationToken);
        }

        if (!session.Succeeded || _setting.Months is not { } months || _ledger.IsBudgetSpent)
            return;
        await months.ReconcileAsync(
            () => _record.Book,
            step => ReadAgainAsync(step, connection, cancellationToken),
            _ledger.NoteAsync,
            connection,
            only: null,
            cancellationToken);
    }

    private async Task ReadAgainAsync(
        RefreshPlan.Step step, IAccountConnection connection, CancellationToken cancellationToken)
    {
        _setting.StillWorking();
        _ledger.AddDue(step.Partitions);
        await _reader.ReadAsync(step, connection, cancellationToken);
    }

    private static async Task<AwsAnswer<CallerIdentity>> OpenAsync(
        IAccountConnection connection, Action refused, CancellationToken cancellationToken)
    {
        var session = await connection.OpenAsync(cancellationToken);
        if (session.Failure is { Reason: FailureReasons.AccessDenied })
            refused();
        return session;
    }

    /// <summary>What it had found late and is not planned now waits for its next try: it stays late.</summary>
    private static OperationView Resume(OperationView interrupted, int planned)
    {
        var waiting = Math.Max(0, interrupted.Due - interrupted.Done - planned);
        return interrupted with { Due = interrupted.Done + planned + waiting, Late = waiting };
    }
}
