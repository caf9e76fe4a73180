using Archera.Contracts.Backfill;
using Archera.Contracts.Identity;

namespace Archera.ClusterTests.Fixture;

/// <content>Back-fills of its accounts.</content>
public sealed partial class TestFleet
{
    /// <summary>A back-fill that has ended, or waits.</summary>
    public Task<BackfillView> EndBackfillAsync(TenantId tenant, PayerAccountKey payer) => EndAsync(
        _endedBackfills,
        async () => (await Account(payer).GetBackfillAsync(tenant, default)).Value!,
        view => view is { State: not BackfillState.Running });

    /// <summary>A back-fill that waited goes on with a tick, until it has ended or waits again.</summary>
    public async Task<BackfillView> GoOnBackfillingAsync(TenantId tenant, PayerAccountKey payer)
    {
        var ended = _endedBackfills.Next;
        await TickAsync(payer);
        await ended.WaitAsync(Patience);
        return (await Account(payer).GetBackfillAsync(tenant, default)).Value!;
    }
}
