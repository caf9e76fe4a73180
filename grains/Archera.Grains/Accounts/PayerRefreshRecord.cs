using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;
using Archera.Grains.Storage;

namespace Archera.Grains.Accounts;

/// <summary>The refreshes of a payer account, in its record.</summary>
public sealed class PayerRefreshRecord(StoredRecord<PayerAccountState> record, BillingClock clock) : IRefreshRecord
{
    public RefreshBook Book => record.Current.Refresh;

    public async Task<long> RaiseEpochAsync(DateTimeOffset now)
    {
        var raised = await record.UpdateAsync(state => state with { Epoch = Stamps.NextEpoch(state.Epoch, now) });
        return raised.Epoch;
    }

    public async Task<RefreshBook> UpdateAsync(Func<RefreshBook, RefreshBook> change)
    {
        var changed = await record.UpdateAsync(state =>
        {
            var book = change(state.Refresh);
            return ReferenceEquals(book, state.Refresh) ? state : state with { Refresh = book };
        });
        return changed.Refresh;
    }

    public Task EndAsync(OperationView ended, string? error, IReadOnlyDictionary<string, long> actions) =>
        record.UpdateAsync(state => state.EndRefresh(ended, error, actions, clock.Now));
}
