using Archera.Grains.Refresh;

namespace Archera.Grains.Accounts;

/// <summary>Raises and stores the account's epoch once for an activation, before its first AWS call.</summary>
public sealed class AccountEpoch(IRefreshRecord record, TimeProvider time)
{
    private Task<Stamps>? _stamps;

    /// <summary>This activation's stamps. A raise that failed is tried again.</summary>
    public Task<Stamps> RaiseAsync()
    {
        if (_stamps is null or { IsCompletedSuccessfully: false, IsCompleted: true })
            _stamps = StoreAsync();
        return _stamps;
    }

    private async Task<Stamps> StoreAsync() => new(await record.RaiseEpochAsync(time.GetUtcNow()));
}
