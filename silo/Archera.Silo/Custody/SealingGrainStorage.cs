using System.Security.Cryptography;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Silo.Custody;

/// <summary>
/// Grain state sealed by the key of whom it belongs to, over whichever provider is below; ETags pass through. A record
/// that does not open is named and its bytes are copied aside, as another record of the same grain, before anything may
/// replace it. It is never served.
/// </summary>
public sealed class SealingGrainStorage(
    IGrainStorage inner,
    KeyChain keys,
    IGrainStorageSerializer serializer,
    CustodyInstruments instruments,
    ILogger<SealingGrainStorage> logger) : IGrainStorage
{
    /// <summary>Names the copy of a record that does not open: this, the record's name, a digest.</summary>
    public const string QuarantinePrefix = "quarantined-";

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ReadStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task ReadStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var raw = new GrainState<RawRecord>(new RawRecord());
        await inner.ReadStateAsync(stateName, grainId, raw, cancellationToken);
        grainState.State = raw.RecordExists
            ? await OpenAsync<T>(stateName, grainId, raw.State!.Bytes, cancellationToken)
            : Activator.CreateInstance<T>();
        (grainState.ETag, grainState.RecordExists) = (raw.ETag, raw.RecordExists);
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        WriteStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task WriteStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var key = await keys.CurrentAsync(KeyScope.Of(grainId), cancellationToken);
        var content = serializer.Serialize(grainState.State);
        var raw = new GrainState<RawRecord>(
            new RawRecord(SealedBytes.Seal(key, SealContext.OfRecord(stateName, grainId), content.ToMemory().Span)))
        {
            ETag = grainState.ETag,
            RecordExists = grainState.RecordExists,
        };
        await inner.WriteStateAsync(stateName, grainId, raw, cancellationToken);
        (grainState.ETag, grainState.RecordExists) = (raw.ETag, true);
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ClearStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task ClearStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var raw = new GrainState<RawRecord>(new RawRecord())
        {
            ETag = grainState.ETag,
            RecordExists = grainState.RecordExists,
        };
        await inner.ClearStateAsync(stateName, grainId, raw, cancellationToken);
        grainState.State = Activator.CreateInstance<T>();
        (grainState.ETag, grainState.RecordExists) = (raw.ETag, raw.RecordExists);
    }

    private async Task<T> OpenAsync<T>(
        string stateName, GrainId grainId, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            var context = SealContext.OfRecord(stateName, grainId);
            var content = await keys.OpenAsync(KeyScope.Of(grainId), context, bytes, cancellationToken);
            return serializer.Deserialize<T>(new BinaryData(content))!;
        }
        catch (DamagedStateException damaged)
        {
            await SetAsideAsync(stateName, grainId, bytes, damaged, cancellationToken);
            if (typeof(T).IsAssignableTo(typeof(IReplaceableState)))
                return (T)((IReplaceableState)Activator.CreateInstance<T>()!).AsDamaged();
            throw new DamagedStateException(
                $"The stored record {stateName} of {grainId} is damaged. {damaged.Message}");
        }
        catch (UnknownStateException unknown)
        {
            instruments.DidNotOpen("unknown");
            CustodyLog.Unknown(logger, stateName, grainId, unknown.Message);
            throw new UnknownStateException(
                $"The stored record {stateName} of {grainId} is not read. {unknown.Message}");
        }
    }

    private async Task SetAsideAsync(
        string stateName,
        GrainId grainId,
        byte[] bytes,
        DamagedStateException damaged,
        CancellationToken cancellationToken)
    {
        instruments.DidNotOpen("damaged");
        var name = $"{QuarantinePrefix}{stateName}-{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}";
        CustodyLog.Damaged(logger, stateName, grainId, damaged.Message, name);
        try
        {
            var copy = new GrainState<RawRecord>(new RawRecord(bytes));
            await inner.WriteStateAsync(name, grainId, copy, cancellationToken);
        }
        catch (InconsistentStateException)
        {
            // These very bytes were copied at an earlier read.
        }
    }
}
