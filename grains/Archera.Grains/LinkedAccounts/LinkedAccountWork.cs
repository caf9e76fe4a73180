using System.Collections.Immutable;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Accounts;
using Archera.Grains.Onboarding;
using Archera.Grains.Refresh;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.LinkedAccounts;

/// <summary>
/// What one activation of a linked account does, beside its turns: asks its payer what it is read with, proves the
/// role, reads what is due.
/// </summary>
public sealed class LinkedAccountWork : IAsyncDisposable
{
    private const ConfigureAwaitOptions OffTheTurn =
        ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private readonly AccountKey _account;
    private readonly StoredRecord<LinkedAccountState> _record;
    private readonly AccountServices _services;
    private readonly IGrainFactory _grains;
    private readonly IAccountActivation _activation;
    private readonly LinkedSession _session;
    private readonly RefreshWork _refreshes;
    private readonly ImmutableArray<IDataset> _datasets;
    private readonly CancellationTokenSource _stop = new();
    private LinkedAccess? _access;
    private Task _looking = Task.CompletedTask;

    public LinkedAccountWork(
        AccountKey account,
        StoredRecord<LinkedAccountState> record,
        AccountServices services,
        RefreshSetting setting,
        IGrainFactory grains,
        IAccountActivation activation)
    {
        (_account, _record, _services, _grains, _activation) = (account, record, services, grains, activation);
        _datasets = [.. services.OfLinkedAccounts];
        _session = new LinkedSession(account, services);
        var refreshes = new LinkedRefreshRecord(record, NoteUsesAsync);
        var epoch = new AccountEpoch(refreshes, services.Time);
        _refreshes = new RefreshWork(setting, refreshes, epoch, activation, ConnectAsync, _ => { }, () => { });
    }

    public void Acknowledge(PartitionKey partition, ReadStamp stamp) => _refreshes.Acknowledge(partition, stamp);

    /// <summary>Looks what is due, unless a look is under way.</summary>
    public void Look()
    {
        if (_looking.IsCompleted && _refreshes.Run is null)
            _looking = LookAsync();
    }

    /// <summary>Reads nothing more; what is under way to reports is delivered.</summary>
    public async Task LeaveAsync()
    {
        await _looking.ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await _refreshes.EndReadingAsync();
        await _session.DropAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_looking, _refreshes.Running).WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        _stop.Dispose();
    }

    private async Task LookAsync()
    {
        await Task.CompletedTask.ConfigureAwait(OffTheTurn);
        try
        {
            if (IsAnythingDue() && await AccessAsync() is { } access && await IsProvenAsync(access))
                _refreshes.Start(_datasets, FirstDay(), access.Tenant, everything: false, _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The activation ends; the next tick looks again.
        }
        catch (InconsistentStateException exception)
        {
            RefreshLog.Fenced(_services.Logger, exception, _account);
            _activation.Leave();
        }
        catch (Exception exception)
        {
            LinkedLog.LookBrokeOff(_services.Logger, exception, _account);
        }
    }

    private DateOnly FirstDay() => _record.Current.FirstDay ?? _services.Clock.Today.AddDays(1);

    private bool IsAnythingDue()
    {
        var book = _record.Current.Refresh;
        return book.InFlight is not null
            || !RefreshPlan.Make(_datasets, book, _services.Clock.Now, FirstDay(), everything: false).Steps.IsEmpty;
    }

    private async Task<LinkedAccess?> AccessAsync()
    {
        var payer = _grains.GetGrain<IPayerOfLinkedAccountsGrain>(_account.Payer.ToString());
        _access = await payer.GetLinkedAccessAsync(_account.Own.AccountId, _stop.Token);
        if (_access is null)
        {
            await _session.DropAsync();
            return null;
        }

        if (_record.Current is not { FirstDay: not null, Tenant: { } tenant } || tenant != _access.Tenant)
        {
            await _record.UpdateAsync(state => state with
            {
                FirstDay = state.FirstDay ?? _services.Clock.Today.AddDays(1),
                KnownSince = state.KnownSince ?? _services.Clock.Now,
                Tenant = _access.Tenant,
            });
        }

        return _access;
    }

    /// <summary>
    /// Nothing is read through a role before it was found shut to everybody else, and again from time to time. While
    /// that can't be found out, the last proof holds.
    /// </summary>
    private async Task<bool> IsProvenAsync(LinkedAccess access)
    {
        var state = _record.Current;
        var proof = state.Proof is { } known && known.IsOf(access) ? known : null;
        if (proof is not null
            && !DriftPlan.IsDue(_account.Own, proof.At, _services.Onboarding.DriftCheckPeriod, _services.Clock.Now))
            return true;
        var (verdict, refused) = await _session.ProveAsync(access, _stop.Token);
        switch (verdict)
        {
            case VerificationVerdict.Passed:
                await _record.UpdateAsync(now => now with
                {
                    Proof = new LinkedProof(access.Role, access.ExternalId, _services.Clock.Now),
                    IsOpen = false,
                });
                return true;
            case VerificationVerdict.Open:
                LinkedLog.Open(_services.Logger, _account);
                await _record.UpdateAsync(now => now with { Proof = null, IsOpen = true });
                await LateAsync(LateReason.OfOpenLinkedRole);
                await _session.DropAsync();
                return false;
            case VerificationVerdict.Unknown when proof is not null && refused is null:
                return true;
            default:
                await LateAsync(refused is null
                    ? LateReason.OfUnprovenLinkedRole
                    : LateReason.Of(refused, _services.Time.GetUtcNow()));
                return false;
        }
    }

    /// <summary>What is due is late for the same reason, and tried again after a while.</summary>
    private async Task LateAsync(LateReason reason)
    {
        var (now, today) = (_services.Clock.Now, _services.Clock.Today);
        await _record.UpdateAsync(state => state with
        {
            Refresh = _datasets.Aggregate(
                state.Refresh,
                (book, dataset) => book.Failed(
                    dataset.Name, book.UnseenDays(dataset.Name, today), reason, now, isWhole: true)),
        });
        foreach (var dataset in _datasets)
        {
            RefreshLog.Late(
                _services.Logger, dataset.Name, _account, DatePeriod.OfDay(today), reason.Reason, reason.Detail);
            _services.Instruments.Partitions(dataset.Name, reason.Reason, 1);
        }
    }

    /// <summary>
    /// The payer's own account is read through the payer's role, whose uses are reviewed: it is told of them. A count
    /// that is lost is missing from the review only.
    /// </summary>
    private async Task NoteUsesAsync(IReadOnlyDictionary<string, long> actions)
    {
        if (_account.Linked != _account.Payer.AccountId || _access is not { } access)
            return;
        try
        {
            await _grains.GetGrain<IPayerOfLinkedAccountsGrain>(_account.Payer.ToString())
                .NoteUsesAsync(access.Tenant, actions.ToImmutableDictionary(), _stop.Token);
        }
        catch (Exception exception)
        {
            LinkedLog.UsesNotNoted(_services.Logger, exception, _account);
        }
    }

    private Task<IAccountConnection> ConnectAsync(RefreshRun run) => _session.ConnectAsync(
        _access ?? throw new InvalidOperationException($"Account {_account} was not asked for at its payer."));
}
