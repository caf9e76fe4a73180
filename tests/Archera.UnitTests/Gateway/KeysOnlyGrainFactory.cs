using System.Collections.Immutable;
using Archera.Client.Keys;
using Archera.Contracts.Identity;
using Archera.Contracts.Tenants;

namespace Archera.UnitTests.Gateway;

/// <summary>
/// A cluster that knows one tenant's key and nothing else: whatever else is asked of it throws. A request that gets its
/// 4xx from this one was refused before any grain was called.
/// </summary>
internal sealed class KeysOnlyGrainFactory(ApiKey tenantKey, Func<Exception> otherwise) : IGrainFactory
{
    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey =>
        typeof(TGrainInterface) == typeof(IApiKeyGrain)
            ? (TGrainInterface)(object)new KeyGrain(primaryKey == IApiKeyGrain.KeyOf(tenantKey.Id) ? tenantKey : null)
            : throw otherwise();

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => throw otherwise();

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey => throw otherwise();

    public TGrainInterface GetGrain<TGrainInterface>(
        Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey => throw otherwise();

    public TGrainInterface GetGrain<TGrainInterface>(
        long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey => throw otherwise();

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw otherwise();

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw otherwise();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => throw otherwise();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) => throw otherwise();

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => throw otherwise();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) => throw otherwise();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) => throw otherwise();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey) => throw otherwise();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey, string grainClassNamePrefix) => throw otherwise();

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => throw otherwise();

    public IAddressable GetGrain(GrainId grainId) => throw otherwise();

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) => throw otherwise();

    private sealed class KeyGrain(ApiKey? key) : IApiKeyGrain
    {
        public Task<ApiKeyIdentity?> AuthenticateAsync(
            ImmutableArray<byte> secretHash, CancellationToken cancellationToken) =>
            Task.FromResult(key is not null && secretHash.SequenceEqual(key.SecretHash())
                ? new ApiKeyIdentity(key.Id, TenantId.Parse("t-abcdefgh"), ["admin"])
                : null);

        public Task<bool> CreateAsync(ApiKeyGrant grant, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<bool> RevokeAsync(TenantId tenant, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
