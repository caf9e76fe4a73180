using System.Collections.Immutable;
using System.Security.Cryptography;
using Archera.Contracts.Identity;
using Archera.Contracts.Tenants;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Tenants;

/// <summary>One API key. Real time, not the billing clock, decides whether it has expired.</summary>
public sealed class ApiKeyGrain(
    [FromKeyedServices("Default")] IGrainStorage storage,
    IGrainContext context,
    TimeProvider time,
    ILogger<ApiKeyGrain> logger)
    : Grain, IApiKeyGrain
{
    /// <summary>
    /// Every request authenticates: the last use is kept to the hour, so that reading doesn't become writing.
    /// </summary>
    private static readonly TimeSpan LastUsePrecision = TimeSpan.FromHours(1);

    private readonly StoredRecord<ApiKeyState> _key = new("api-key", context.GrainId, storage);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _key.ReadAsync();

    public async Task<bool> CreateAsync(ApiKeyGrant grant, CancellationToken cancellationToken)
    {
        if (_key.Current.Grant is { } taken)
            return taken.Tenant == grant.Tenant && IsSecret(taken, grant.SecretHash) && _key.Current.RevokedAt is null;
        await _key.UpdateAsync(key => key with { Grant = grant });
        return true;
    }

    public async Task<ApiKeyIdentity?> AuthenticateAsync(
        ImmutableArray<byte> secretHash, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_key.Current is not { Grant: { } grant, RevokedAt: null }
            || !IsSecret(grant, secretHash)
            || grant.ExpiresAt <= now)
        {
            return null;
        }

        if (_key.Current.LastUseIsStale(now, LastUsePrecision))
            await KeepLastUseAsync(now);
        var keyId = this.GetPrimaryKeyString()[IApiKeyGrain.KeyOf("").Length..];
        return new ApiKeyIdentity(keyId, grant.Tenant, grant.Roles);
    }

    public async Task<bool> RevokeAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (_key.Current.Grant?.Tenant != tenant)
            return false;
        var now = time.GetUtcNow();
        await _key.UpdateAsync(key => key.RevokedAt is null ? key with { RevokedAt = now } : key);
        return true;
    }

    /// <summary>Whoever may read may read while the storage takes no writes, too.</summary>
    private async Task KeepLastUseAsync(DateTimeOffset now)
    {
        try
        {
            await _key.UpdateAsync(key => key with { LastUsedAt = now });
        }
        catch (Exception exception) when (exception is not InconsistentStateException)
        {
            TenantLog.LastUseNotKept(logger, exception, this.GetPrimaryKeyString());
        }
    }

    private static bool IsSecret(ApiKeyGrant grant, ImmutableArray<byte> secretHash) =>
        !secretHash.IsDefault
        && CryptographicOperations.FixedTimeEquals(grant.SecretHash.AsSpan(), secretHash.AsSpan());
}
