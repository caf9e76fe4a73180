using Archera.Contracts.Refresh;
using Archera.Grains.Refresh;
using Archera.Grains.Storage;

namespace Archera.Grains.LinkedAccounts;

/// <summary>The refreshes of a linked account, in its record.</summary>
/// <param name="noteUses">Told which actions were used.</param>
public sealed class LinkedRefreshRecord(
    StoredRecord<LinkedAccountState> record, Func<IReadOnlyDictionary<string, long>, Task> noteUses) : IRefreshRecord
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

    public async Task EndAsync(OperationView ended, string? error, IReadOnlyDictionary<string, long> actions)
    {
        await UpdateAsync(book => book.IsInFlight(ended) ? book.End(ended, error) : book);
        await noteUses(actions);
    }
}
