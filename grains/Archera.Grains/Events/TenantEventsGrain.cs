using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Events;

/// <summary>One tenant's events.</summary>
public sealed class TenantEventsGrain([FromKeyedServices("Default")] IGrainStorage storage, IGrainContext context)
    : Grain, ITenantEventsGrain
{
    private readonly StoredRecord<TenantEventsState> _events = new("tenant-events", context.GrainId, storage);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _events.ReadAsync();

    public Task AppendAsync(
        PayerAccountKey payerAccount,
        TenantEventKind kind,
        DateTimeOffset at,
        string detail,
        int lostBefore,
        CancellationToken cancellationToken) =>
        _events.UpdateAsync(state => state.Append(payerAccount, kind, at, detail, lostBefore));

    public Task<TenantEvents> ListAsync(long after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(_events.Current.List(after, limit));

    public Task ForgetAsync(PayerAccountKey payerAccount, CancellationToken cancellationToken) =>
        _events.UpdateAsync(state => state.Forget(payerAccount));
}
