using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.Tenants;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Tenants;

/// <summary>
/// The list of tenants. The index is written first: a repeat with the idempotency key finishes what a crash left.
/// </summary>
public sealed class TenantIndexGrain(
    [FromKeyedServices("Default")] IGrainStorage storage, IGrainContext context, TimeProvider time)
    : Grain, ITenantIndexGrain
{
    private readonly StoredRecord<TenantIndexState> _index = new("tenant-index", context.GrainId, storage);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _index.ReadAsync();

    public async Task<Answer<TenantProfile>> CreateAsync(
        string name, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (Invalid(name, idempotencyKey) is { } invalid)
            return invalid;

        var known = idempotencyKey is null
            ? null
            : _index.Current.Tenants.Find(tenant => tenant.IdempotencyKey == idempotencyKey);
        if (known is not null && known.Name != name)
        {
            return new Refusal(
                RefusalCodes.IdempotencyKeyReused,
                "The idempotency key belongs to the creation of a tenant with another name. Use a new key.");
        }

        if (known is null && _index.Current.Tenants.Count >= TenantLimits.MaxTenants)
        {
            return new Refusal(
                RefusalCodes.TooMany,
                $"A cluster holds at most {TenantLimits.MaxTenants} tenants. Start another cluster.");
        }

        var tenant = known ?? await AddAsync(name, idempotencyKey);
        return await GrainFactory.GetGrain<ITenantGrain>(tenant.Id.Value)
            .CreateAsync(tenant.Name, tenant.CreatedAt, cancellationToken);
    }

    public Task<IReadOnlyList<TenantId>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TenantId>>([.. _index.Current.Tenants.Select(tenant => tenant.Id)]);

    private static Refusal? Invalid(string name, string? idempotencyKey)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > TenantLimits.MaxNameLength)
        {
            return new Refusal(
                RefusalCodes.Invalid, $"A tenant's name has 1 to {TenantLimits.MaxNameLength} characters.", "name");
        }

        return idempotencyKey is { Length: 0 or > TenantLimits.MaxIdempotencyKeyLength }
            ? new Refusal(
                RefusalCodes.Invalid,
                $"An idempotency key has 1 to {TenantLimits.MaxIdempotencyKeyLength} characters.",
                "idempotencyKey")
            : null;
    }

    private async Task<IndexedTenant> AddAsync(string name, string? idempotencyKey)
    {
        var tenant = new IndexedTenant(TenantIds.Next(), name, time.GetUtcNow(), idempotencyKey);
        await _index.UpdateAsync(index => index with { Tenants = index.Tenants.Add(tenant) });
        return tenant;
    }
}
