using Archera.Contracts.Accounts;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.Quarantine;
using Archera.Contracts.Refresh;
using Archera.Contracts.Tenants;
using Archera.Grains.Custody;
using Archera.Grains.Refresh;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Accounts;

/// <summary>
/// Changes the claims of one account, and tells those whom a change concerns: tenants, the operator, the key store that
/// wraps its data key by the owner's. What is to be told is stored with the change, and told beside the turns until it
/// is stored there.
/// </summary>
public sealed class AccountClaims(
    PayerAccountKey account,
    StoredRecord<PayerAccountState> record,
    AccountServices services,
    IRecordKeys keys,
    IGrainFactory grains,
    IAccountActivation activation)
{
    private const ConfigureAwaitOptions OffTheTurn =
        ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private Task _telling = Task.CompletedTask;
    private bool _isToldAgain;
    private bool _isEnding;

    /// <summary>Whose key wraps the account's data key, once this has looked.</summary>
    private TenantId? _keyOwner;

    public PayerAccountState Current => record.Current;

    /// <summary>The owner whose key is to wrap the account's data key, and does not yet.</summary>
    private TenantId? NextKeyOwner => Current.Claims.Owner is { } owner
        && _keyOwner != owner
        && Current.Claims.StandingOf(owner) == ReadStanding.Owned ? owner : null;

    /// <exception cref="UnreadableAccountException">The record was refused, and is left as it is.</exception>
    public async Task ReadAsync()
    {
        try
        {
            await record.ReadAsync();
        }
        catch (Exception refused) when (StateRefusedException.IsIn(refused))
        {
            throw new UnreadableAccountException($"{account} can't be read: {refused.Message}");
        }
    }

    /// <param name="change">The same instance means no change.</param>
    /// <param name="note">Who decided and why, where a decision makes the change.</param>
    public async Task<PayerAccountState> ChangeAsync(
        Func<PayerAccountState, PayerAccountState> change, DecisionNote? note = null)
    {
        var now = services.Time.GetUtcNow();
        var lost = 0;
        var changed = await record.UpdateAsync(before =>
        {
            var (next, dropped) =
                new AccountNotices(account, now, before.Claims.Owner, note).AddTo(change(before), before);
            lost = dropped;
            return next;
        });
        if (lost > 0)
        {
            services.Instruments.ConnectionEventsLost(lost);
            AccountLog.NoticesLost(services.Logger, account, lost);
        }

        Tell();
        return changed;
    }

    /// <summary>The tenant that uses the account's payer account; null when nobody does.</summary>
    /// <param name="managementAccount">Of the organization that the account is in; null when not known.</param>
    public async Task<TenantId?> OwnerOfPayerAsync(
        AwsAccountId? managementAccount, CancellationToken cancellationToken)
    {
        if (managementAccount is not { } payer || payer == account.AccountId)
            return null;
        var key = new PayerAccountKey(account.Partition, payer);
        return await grains.GetGrain<IDisputedAccountGrain>(key.ToString()).GetOwnerAsync(cancellationToken);
    }

    /// <summary>Tells what is not told yet; while it tells, once more what could not be told.</summary>
    public void Tell()
    {
        if (!_telling.IsCompleted)
            _isToldAgain = true;
        else if (!_isEnding && (!Current.Outbox.IsEmpty || NextKeyOwner is not null))
            _telling = TellAllAsync();
    }

    /// <summary>
    /// Looks again whose key wraps the data key: one that was lost and made anew is wrapped by the installation's.
    /// </summary>
    public void TellAnew()
    {
        _keyOwner = null;
        Tell();
    }

    /// <summary>Ends when nothing is being told.</summary>
    public Task Told() => _telling;

    /// <summary>
    /// Ends the telling after what is being told: the next activation tells the rest. It would tell that, too, and
    /// write the record beside this one, if it did not wait.
    /// </summary>
    public async Task StopTellingAsync(CancellationToken cancellationToken)
    {
        _isEnding = true;
        await _telling.WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    /// <summary>What can't be told now the reminder tells.</summary>
    private async Task TellAllAsync()
    {
        await Task.CompletedTask.ConfigureAwait(OffTheTurn);
        do
        {
            _isToldAgain = false;
            await TellEachAsync();
            if (!_isEnding && !Current.Outbox.IsEmpty)
                await TryAsync(EnsureReminderAsync);
        }
        while (_isToldAgain && !_isEnding);
    }

    /// <summary>A tenant whose notice can't be stored keeps its later ones waiting, and nobody else's.</summary>
    private async Task TellEachAsync()
    {
        var waiting = new HashSet<TenantId>();
        await TryAsync(AssignKeyAsync);
        while (!_isEnding && Current.Outbox.Find(notice => !waiting.Contains(notice.Tenant)) is { } notice)
        {
            if (!await TryAsync(() => TellAsync(notice)))
                waiting.Add(notice.Tenant);
        }
    }

    private async Task<bool> TryAsync(Func<Task> tell)
    {
        try
        {
            await tell();
            return true;
        }
        catch (Exception exception)
        {
            AccountLog.NotTold(services.Logger, exception, account);
            return false;
        }
    }

    private async Task EnsureReminderAsync()
    {
        if (!await activation.HasReminderAsync())
            await activation.EnsureReminderAsync();
    }

    private async Task AssignKeyAsync()
    {
        while (NextKeyOwner is { } owner)
        {
            await keys.AssignAsync(account, owner, CancellationToken.None);
            _keyOwner = owner;
        }
    }

    private async Task TellAsync(AccountNotice notice)
    {
        if (notice.Kind == TenantEventKind.Lapsed)
            await UnlistAsync(notice.Tenant);
        var claim = new ClaimId(account, notice.Tenant);
        var operators = grains.GetGrain<IQuarantineGrain>(IQuarantineGrain.Key);
        if (notice.Opened is { } opened)
            await operators.OpenAsync(opened, CancellationToken.None);
        if (notice.Ended is { } ended)
            await operators.EndAsync(claim, ended, notice.At, notice.Note, CancellationToken.None);
        await grains.GetGrain<ITenantEventsGrain>(notice.Tenant.Value)
            .AppendAsync(account, notice.Kind, notice.At, notice.Detail, notice.LostBefore, CancellationToken.None);
        await StoreAsync(state => state with { Outbox = state.Outbox.Remove(notice) });
        services.Instruments.ConnectionMoved(notice.Kind);
        AccountLog.Moved(services.Logger, account, notice.Tenant, notice.Kind);
    }

    /// <summary>
    /// A tenant lists what it has claimed; what it lists without a claim would count as lost. It may claim the account
    /// anew while its list changes.
    /// </summary>
    private async Task UnlistAsync(TenantId tenant)
    {
        var profile = grains.GetGrain<ITenantGrain>(tenant.Value);
        if (Current.Claims.Find(tenant) is null)
            await profile.RemovePayerAccountAsync(account, CancellationToken.None);
        if (Current.Claims.Find(tenant) is not null)
            await profile.AddPayerAccountAsync(account, CancellationToken.None);
    }

    /// <summary>
    /// Nobody waits for the telling, so nobody else ends an activation that another one has outrun.
    /// </summary>
    private async Task StoreAsync(Func<PayerAccountState, PayerAccountState> change)
    {
        try
        {
            await record.UpdateAsync(change);
        }
        catch (InconsistentStateException exception)
        {
            RefreshLog.Fenced(services.Logger, exception, new AccountKey(account));
            activation.Leave();
            throw;
        }
    }
}
