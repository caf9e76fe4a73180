using Archera.Contracts;
using Archera.Contracts.Backfill;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;

namespace Archera.Grains.Accounts;

/// <content>The back-fill of the account's past.</content>
public sealed partial class PayerAccountGrain
{
    public Task<Answer<BackfillView>> GetBackfillAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (Claims.Find(tenant) is null)
            return Task.FromResult<Answer<BackfillView>>(NotFound());
        return Task.FromResult<Answer<BackfillView>>(
            Claims.Owner == tenant && _work.Backfill.View() is { } view ? view : NotConnected("see what it costs"));
    }

    public async Task<Answer<OperationView>> BackfillAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (Claims.Find(tenant) is null)
            return NotFound();
        return Claims.Connected?.Tenant == tenant && await _work.Backfill.StartAsync() is { } operation
            ? operation
            : NotConnected("back-fill it");
    }

    private Refusal NotConnected(string then) => new(
        RefusalCodes.NotConnected, $"Account {_account} is not connected. Verify its role, then {then}.");
}
