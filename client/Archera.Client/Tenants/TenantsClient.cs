using System.Collections.Immutable;
using Archera.Client.Keys;
using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.Tenants;

namespace Archera.Client.Tenants;

/// <summary>Creates tenants, lists them, and gives out and revokes their API keys.</summary>
public sealed class TenantsClient(IGrainFactory grains, TimeProvider time)
{
    /// <summary>
    /// How many ids are tried for a key before giving up; with 62^8 of them a second try is already a rarity.
    /// </summary>
    private const int MaxAttempts = 3;

    private static readonly ImmutableArray<string> Roles = ["admin"];

    /// <summary>Creates a tenant with its first key.</summary>
    /// <param name="name">1 to 100 characters, checked by the caller.</param>
    /// <param name="seed">With a seed a repeat returns the same tenant and the same key; without, each call makes
    /// another.</param>
    public async Task<Answer<TenantGrant>> CreateAsync(
        string name, IdempotencySeed? seed, CancellationToken cancellationToken)
    {
        var index = grains.GetGrain<ITenantIndexGrain>(ITenantIndexGrain.Key);
        var created = await index.CreateAsync(name, seed?.IdempotencyKey, cancellationToken);
        if (!created.IsGranted)
            return created.Refusal;
        if (seed is null)
            return await GrantRandomAsync(created.Value, cancellationToken);
        return await TryGrantAsync(created.Value, seed.Derive(name), cancellationToken)
            ?? FirstKeyRevoked(created.Value);
    }

    public async Task<IReadOnlyList<TenantProfile>> ListAsync(CancellationToken cancellationToken)
    {
        var ids = await grains.GetGrain<ITenantIndexGrain>(ITenantIndexGrain.Key).ListAsync(cancellationToken);

        // An id without a tenant is a creation that never got its answer: repeating it makes the tenant.
        return await GrainFanOut.AskAsync(ids, id => Tenant(id).GetAsync(cancellationToken));
    }

    /// <summary>Gives the tenant a further key.</summary>
    public async Task<Answer<TenantGrant>> AddKeyAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var profile = await Tenant(tenant).GetAsync(cancellationToken);
        return profile is null
            ? Refusals.NotFound
            : await GrantRandomAsync(profile, cancellationToken);
    }

    /// <summary>Revokes a key for good. Refused as not found when the tenant has no such key.</summary>
    public async Task<Answer<TenantProfile>> RevokeKeyAsync(
        TenantId tenant, string keyId, CancellationToken cancellationToken)
    {
        var profile = await Tenant(tenant).GetAsync(cancellationToken);
        if (profile is null || !profile.KeyIds.Contains(keyId))
            return Refusals.NotFound;

        // It stops working before it leaves the list: a crash in between leaves a listed key that a repeat removes.
        await Key(keyId).RevokeAsync(tenant, cancellationToken);
        return await Tenant(tenant).RemoveKeyAsync(keyId, cancellationToken);
    }

    /// <summary>Who a key is; null for a key that is unknown, revoked, expired or wrong.</summary>
    public Task<ApiKeyIdentity?> AuthenticateAsync(ApiKey key, CancellationToken cancellationToken) =>
        Key(key.Id).AuthenticateAsync(key.SecretHash(), cancellationToken);

    private static Refusal FirstKeyRevoked(TenantProfile tenant) => new(
        RefusalCodes.IdempotencyKeyReused,
        $"Tenant {tenant.Id} exists and its first key was revoked. Create a further key for it instead.");

    private async Task<Answer<TenantGrant>> GrantRandomAsync(TenantProfile tenant, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await TryGrantAsync(tenant, ApiKey.Generate(), cancellationToken) is { } answer)
                return answer;
        }

        throw new InvalidOperationException($"No free key id for tenant {tenant.Id} in {MaxAttempts} attempts.");
    }

    /// <summary>Null when the key's id is taken, or the key was revoked.</summary>
    private async Task<Answer<TenantGrant>?> TryGrantAsync(
        TenantProfile tenant, ApiKey key, CancellationToken cancellationToken)
    {
        var listed = await Tenant(tenant.Id).AddKeyAsync(key.Id, cancellationToken);
        if (!listed.IsGranted)
            return listed.Refusal;
        var grant = new ApiKeyGrant(tenant.Id, key.SecretHash(), Roles, time.GetUtcNow(), ExpiresAt: null);
        if (await Key(key.Id).CreateAsync(grant, cancellationToken))
            return new TenantGrant(listed.Value, key);
        await Tenant(tenant.Id).RemoveKeyAsync(key.Id, cancellationToken);
        return null;
    }

    private ITenantGrain Tenant(TenantId id) => grains.GetGrain<ITenantGrain>(id.Value);

    private IApiKeyGrain Key(string id) => grains.GetGrain<IApiKeyGrain>(IApiKeyGrain.KeyOf(id));
}
