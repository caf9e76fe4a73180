using System.Collections.Immutable;
using Archera.Aws.Datasets.LinkedAccounts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Refresh;
using Archera.Grains.Accounts;
using Archera.Grains.Storage;

namespace Archera.Grains.LinkedAccounts;

/// <summary>
/// A payer's side of its linked accounts: who they are, and that each is told of a list that was read, by each
/// activation anew. What is lost is told again at the next tick.
/// </summary>
public sealed class LinkedWaking(
    PayerAccountKey payer, StoredRecord<PayerAccountState> record, AccountServices services, IGrainFactory grains)
{
    /// <summary>How many are told at the same time: each activates a grain and writes a reminder.</summary>
    private const int Parallel = 10;

    private const ConfigureAwaitOptions OffTheTurn =
        ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private static readonly DatasetName OfList = DatasetName.Parse("LinkedAccounts");

    private Task _waking = Task.CompletedTask;
    private DateTimeOffset? _toldAt;

    /// <summary>What the account is read with; null: it is not on the list, or the payer itself is not read.</summary>
    public LinkedAccess? AccessOf(AwsAccountId linked)
    {
        var state = record.Current;
        return state.Readable is { VerifiedRole: { } role } claim
            && Members(state, claim.Mode).Contains(linked)
                ? new LinkedAccess(claim.Tenant, role.In(linked), claim.ExternalId)
                : null;
    }

    /// <summary>Who was ever listed for the tenant; none where what is kept of them is damaged.</summary>
    public ImmutableArray<AwsAccountId> EverListed(TenantId tenant)
    {
        var state = record.Current;
        if (state.Claims.StandingOf(tenant) != ReadStanding.Owned)
            return [];
        try
        {
            return [.. Known(state, state.Claims.Find(tenant)!.Mode).Select(account => account.Id)];
        }
        catch (InvalidDataException)
        {
            return []; // What they left is found by its records.
        }
    }

    /// <summary>Tells those that were not told since the list was read.</summary>
    public void Tell()
    {
        if (_waking.IsCompleted && ReadAt(record.Current) is { } readAt && _toldAt != readAt)
            _waking = TellAsync(readAt);
    }

    /// <summary>Ends when nobody is being told.</summary>
    public Task Told() => _waking;

    private static DateTimeOffset? ReadAt(PayerAccountState state) => state.Claims.Connected is { } claim
        ? claim.Mode == ConnectionMode.Payer ? state.Refresh.Kept.GetValueOrDefault(OfList)?.ReadAt : state.ConnectedAt
        : null;

    private IEnumerable<AwsAccountId> Members(PayerAccountState state, ConnectionMode mode) =>
        Known(state, mode).Where(account => account.LeftAt is null).Select(account => account.Id);

    /// <exception cref="InvalidDataException">What is kept is damaged.</exception>
    private IEnumerable<(AwsAccountId Id, DateTimeOffset? LeftAt)> Known(PayerAccountState state, ConnectionMode mode)
    {
        if (mode != ConnectionMode.Payer)
            return [(payer.AccountId, null)];
        return state.Refresh.Kept.GetValueOrDefault(OfList) is { } kept
            ? MembershipCodec.Decode(kept.SchemaVersion, kept.Content, kept.ReadAt).Accounts
                .Select(account => (account.Id, account.LeftAt))
            : [];
    }

    private async Task TellAsync(DateTimeOffset readAt)
    {
        await Task.CompletedTask.ConfigureAwait(OffTheTurn);
        try
        {
            if (record.Current.Claims.Connected is not { } claim)
                return;
            foreach (var some in Members(record.Current, claim.Mode).Chunk(Parallel))
                await Task.WhenAll(some.Select(WakeAsync));
            _toldAt = readAt;
        }
        catch (Exception exception)
        {
            LinkedLog.NotWoken(services.Logger, exception, payer);
        }
    }

    private Task WakeAsync(AwsAccountId linked) => grains
        .GetGrain<ILinkedAccountGrain>(new AccountKey(payer, linked).ToString())
        .WakeAsync(CancellationToken.None);
}
