using System.Collections.Immutable;
using Archera.Grains.Custody;
using Archera.Grains.Storage;

namespace Archera.Silo.Custody;

/// <summary>
/// The keys of all scopes: the ring wraps the installation's key and the tenants', one of those wraps each payer
/// account's. A key is made when something is first sealed under it; of several silos that make it at once, the first
/// one's is everybody's.
/// </summary>
public sealed class KeyChain
{
    /// <summary>Several silos may change a key at once; more rounds than that are a fault of the store.</summary>
    private const int MaxRounds = 10;

    private readonly IKeyStore _store;
    private readonly KeyRing _ring;
    private readonly TimeProvider _time;
    private readonly KeyLeases _leases;
    private readonly TimeSpan _forgottenAfter;

    /// <param name="othersForgetAfter">How long another silo may go on using a key that was destroyed here; zero where
    /// there is none.</param>
    public KeyChain(IKeyStore store, KeyRing ring, KeyOptions options, TimeSpan othersForgetAfter, TimeProvider time)
    {
        (_store, _ring, _time, _forgottenAfter) = (store, ring, time, othersForgetAfter);
        _leases = new KeyLeases(options.CachedKeys, TimeSpan.FromSeconds(options.CacheSeconds), time);
    }

    /// <summary>
    /// The key to seal with, made if there is none. The installation's own is made at a start alone: it names the
    /// graves of destroyed keys, so one that is lost while silos run must be restored, not replaced.
    /// </summary>
    /// <exception cref="DamagedStateException">The key store's own record of it does not open.</exception>
    /// <exception cref="KeysUnavailableException">The installation's key is lost.</exception>
    public async ValueTask<DataKey> CurrentAsync(KeyScope scope, CancellationToken cancellationToken)
    {
        if (_leases.Find(scope) is { } held)
            return held;
        if (scope != KeyScope.Installation)
            return await FindOrMakeAsync(scope, cancellationToken);
        return await FindAsync(scope, cancellationToken) ?? throw new KeysUnavailableException(
            $"The key store {_store.Place} has lost the installation's key. Restore it: nothing sealed opens without "
            + "it.");
    }

    /// <summary>Makes the installation's key where there is none.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken) =>
        await FindOrMakeAsync(KeyScope.Installation, cancellationToken);

    private async ValueTask<DataKey> FindOrMakeAsync(KeyScope scope, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            if (await FindAsync(scope, cancellationToken) is { } found)
                return found;
            await TryMakeAsync(scope, WrapperOf(scope), version: null, retired: null, cancellationToken);
        }

        throw Restless(scope);
    }

    /// <summary>The key that sealed something.</summary>
    /// <exception cref="DamagedStateException">The key store answers that there is no such key.</exception>
    public async ValueTask<DataKey> ByIdAsync(KeyScope scope, KeyId id, CancellationToken cancellationToken)
    {
        if (_leases.Find(scope) is { } held && held.Id == id)
            return held;
        if (await FindAsync(scope, cancellationToken) is { } found && found.Id == id)
            return found;
        if (await FindRetiredAsync(scope, id, cancellationToken) is { } retired)
            return retired;
        var destroyed = scope.IsPayer ? await DestroyedAsync(scope, cancellationToken) : DestroyedKeys.None;
        throw new DamagedStateException(destroyed.Has(id.ToString())
            ? $"Its key {id} was destroyed when the account left. It can't be opened any more."
            : $"Its key {id} is not in the key store under {scope}: it was changed, or this is not the key store that "
                + "was there when it was written. If that one is lost, restore it.");
    }

    /// <summary>The payer account's key is wrapped by that scope's key from now on.</summary>
    public async Task RewrapAsync(KeyScope account, KeyScope wrapper, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var document = await _store.ReadAsync(account.Name, cancellationToken);
            if (document is null)
            {
                if (await TryMakeAsync(account, wrapper, version: null, retired: null, cancellationToken))
                    return;
                continue;
            }

            var wrapped = WrappedKey.Read(account.Name, document.Content);
            if (wrapped.WrappedBy == wrapper.Name)
                return;
            var key = await UnwrapAsync(account, wrapped, cancellationToken);
            var content = await WrapAsync(account, key, wrapper, cancellationToken);
            var rewrapped = wrapped with { WrappedBy = wrapper.Name, Wrapped = content };
            if (await _store.TryWriteAsync(account.Name, rewrapped.ToBytes(), document.Version, cancellationToken))
                return;
        }

        throw Restless(account);
    }

    /// <summary>The scope whose key wraps the account's; null when there is none that can be read.</summary>
    public async Task<KeyScope?> FindWrapperAsync(KeyScope account, CancellationToken cancellationToken) =>
        await _store.ReadAsync(account.Name, cancellationToken) is { } document
        && WrappedKey.TryRead(document.Content)?.WrappedBy is { } wrapper
            ? KeyScope.Parse(wrapper)
            : null;

    /// <summary>The ids of the account's keys that open something: the one that seals, and the retired one.</summary>
    public async Task<ImmutableArray<string>> IdsAsync(KeyScope account, CancellationToken cancellationToken)
    {
        if (await _store.ReadAsync(account.Name, cancellationToken) is not { } document)
            return [];
        var current = WrappedKey.Read(account.Name, document.Content);
        return [.. current.Ids.Reverse()];
    }

    /// <summary>
    /// A new key of the installation's seals for the account from now on, in every silo; the one before still opens.
    /// One that was retired earlier stays the retired one.
    /// </summary>
    public async Task RenewAsync(KeyScope account, CancellationToken cancellationToken)
    {
        var renewed = false;
        for (var round = 0; round < MaxRounds && !renewed; round++)
        {
            if (await _store.ReadAsync(account.Name, cancellationToken) is not { } document)
                return;
            var current = WrappedKey.Read(account.Name, document.Content);
            renewed = current.Retired is not null
                || await TryMakeAsync(
                    account, KeyScope.Installation, document.Version, current, cancellationToken);
        }

        if (!renewed)
            throw Restless(account);
        _leases.Forget(account);
        await Task.Delay(_forgottenAfter, _time, cancellationToken);
    }

    /// <summary>Destroys the key that <see cref="RenewAsync"/> retired; the result is as <see cref="DestroyAsync"/>'s.
    /// </summary>
    public async Task<ImmutableArray<string>> DestroyRetiredAsync(
        KeyScope account, CancellationToken cancellationToken)
    {
        var gone = false;
        for (var round = 0; round < MaxRounds && !gone; round++)
        {
            var document = await _store.ReadAsync(account.Name, cancellationToken);
            gone = document is null || await TryDestroyRetiredAsync(account, document, cancellationToken);
        }

        return gone ? await ForgottenAsync(account, cancellationToken) : throw Restless(account);
    }

    /// <summary>The ids of all keys of the account that were ever destroyed, this one included.</summary>
    public async Task<ImmutableArray<string>> DestroyAsync(KeyScope account, CancellationToken cancellationToken)
    {
        var gone = false;
        for (var round = 0; round < MaxRounds && !gone; round++)
        {
            var document = await _store.ReadAsync(account.Name, cancellationToken);
            gone = document is null || await TryDestroyAsync(account, document, cancellationToken);
        }

        return gone ? await ForgottenAsync(account, cancellationToken) : throw Restless(account);
    }

    /// <summary>The ids of the destroyed keys, once no silo holds one any more.</summary>
    private async Task<ImmutableArray<string>> ForgottenAsync(KeyScope account, CancellationToken cancellationToken)
    {
        _leases.Forget(account);
        await Task.Delay(_forgottenAfter, _time, cancellationToken);
        return [.. (await DestroyedAsync(account, cancellationToken)).Keys.Select(key => key.Id)];
    }

    // First its name goes among the dead: a crash in between leaves a key that is refused, and a list that is true.
    private async Task<bool> TryDestroyAsync(
        KeyScope account, KeyDocument document, CancellationToken cancellationToken) =>
        await TryBuryAsync(
            account, WrappedKey.TryRead(document.Content)?.Ids ?? [], _time.GetUtcNow(), cancellationToken)
        && await _store.TryDeleteAsync(account.Name, document.Version, cancellationToken);

    private async Task<bool> TryDestroyRetiredAsync(
        KeyScope account, KeyDocument document, CancellationToken cancellationToken)
    {
        var current = WrappedKey.Read(account.Name, document.Content);
        if (current.Retired is not { } retired)
            return true;
        var alone = (current with { Retired = null }).ToBytes();
        return await TryBuryAsync(account, [retired.Id], current.CreatedAt, cancellationToken)
            && await _store.TryWriteAsync(account.Name, alone, document.Version, cancellationToken);
    }

    private async Task<bool> TryBuryAsync(
        KeyScope account, ImmutableArray<string> ids, DateTimeOffset madeBefore, CancellationToken cancellationToken)
    {
        var name = await GraveAsync(account, cancellationToken);
        var grave = await _store.ReadAsync(name, cancellationToken);
        var destroyed = DestroyedKeys.Read(grave).With(ids, madeBefore, _time.GetUtcNow());
        return await _store.TryWriteAsync(name, destroyed.ToBytes(), grave?.Version, cancellationToken);
    }

    private async ValueTask<DataKey?> FindAsync(KeyScope scope, CancellationToken cancellationToken)
    {
        var asking = _leases.Ask();
        if (await _store.ReadAsync(scope.Name, cancellationToken) is not { } document)
            return null;
        var wrapped = WrappedKey.Read(scope.Name, document.Content);
        var destroyed = scope.IsPayer ? await DestroyedAsync(scope, cancellationToken) : DestroyedKeys.None;
        if (destroyed.Has(wrapped.Id))
        {
            // Somebody restored an older key store over this one, or a silo died while it destroyed the key.
            await _store.TryDeleteAsync(scope.Name, document.Version, cancellationToken);
            return null;
        }

        // Only a date says so, and nothing guards the date: not used, and not deleted.
        if (wrapped.CreatedAt < destroyed.MadeBefore)
            throw new KeysUnavailableException(
                $"The key store {_store.Place} holds a key of {scope} from before the account left. It is not used. "
                + $"Restore the key store's newest backup, or delete its document {scope}.");

        return _leases.Hold(scope, await UnwrapAsync(scope, wrapped, cancellationToken), asking);
    }

    private async ValueTask<DataKey?> FindRetiredAsync(
        KeyScope scope, KeyId id, CancellationToken cancellationToken)
    {
        if (!scope.IsPayer || await _store.ReadAsync(scope.Name, cancellationToken) is not { } document)
            return null;
        var retired = WrappedKey.Read(scope.Name, document.Content).Retired;
        return retired?.Id == id.ToString() && !(await DestroyedAsync(scope, cancellationToken)).Has(retired.Id)
            ? await UnwrapAsync(scope, retired, cancellationToken)
            : null;
    }

    private async ValueTask<DataKey> UnwrapAsync(
        KeyScope scope, WrappedKey wrapped, CancellationToken cancellationToken)
    {
        var id = KeyId.Parse(wrapped.Id);
        if (wrapped.WrappedBy is not { } wrapperName)
            return new DataKey(id, _ring.Unwrap(DocumentAndId(scope, id), wrapped.Wrapped));
        var wrapperScope = KeyScope.Parse(wrapperName);
        if (!scope.IsPayer || wrapperScope.IsPayer)
            throw new DamagedStateException($"The key of {scope} says that {wrapperScope} wraps it, which can't be.");
        var context = SealContext.OfKey(DocumentAndId(scope, id));
        return new DataKey(id, await this.OpenAsync(wrapperScope, context, wrapped.Wrapped, cancellationToken));
    }

    private async Task<bool> TryMakeAsync(
        KeyScope scope,
        KeyScope? wrapper,
        string? version,
        WrappedKey? retired,
        CancellationToken cancellationToken)
    {
        var key = DataKey.New();
        var content = await WrapAsync(scope, key, wrapper, cancellationToken);
        var now = _time.GetUtcNow();
        // Another silo's clock may be ahead: a key must not be born before those that are dead.
        var createdAt = scope.IsPayer ? (await DestroyedAsync(scope, cancellationToken)).NotBefore(now) : now;
        var made = new WrappedKey(key.Id.ToString(), wrapper?.Name, content, createdAt, retired);
        return await _store.TryWriteAsync(scope.Name, made.ToBytes(), version, cancellationToken);
    }

    private async ValueTask<byte[]> WrapAsync(
        KeyScope scope, DataKey key, KeyScope? wrapper, CancellationToken cancellationToken)
    {
        var name = DocumentAndId(scope, key.Id);
        return wrapper is { } by
            ? SealedBytes.Seal(await CurrentAsync(by, cancellationToken), SealContext.OfKey(name), key.Material)
            : _ring.Wrap(name, key.Material);
    }

    private async ValueTask<DestroyedKeys> DestroyedAsync(KeyScope account, CancellationToken cancellationToken) =>
        DestroyedKeys.Read(await _store.ReadAsync(await GraveAsync(account, cancellationToken), cancellationToken));

    private async ValueTask<string> GraveAsync(KeyScope account, CancellationToken cancellationToken) =>
        DestroyedKeys.DocumentOf(account, await CurrentAsync(KeyScope.Installation, cancellationToken));

    private static KeyScope? WrapperOf(KeyScope scope) => scope.IsPayer ? KeyScope.Installation : null;

    private static string DocumentAndId(KeyScope scope, KeyId id) => $"{scope}#{id}";

    private KeysUnavailableException Restless(KeyScope scope) =>
        new($"The key of {scope} in {_store.Place} changed {MaxRounds} times while it was being read. Try again.");
}
