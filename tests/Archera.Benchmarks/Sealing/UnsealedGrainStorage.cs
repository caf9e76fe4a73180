using Archera.Silo.Custody;
using Orleans.Storage;

namespace Archera.Benchmarks.Sealing;

/// <summary>The way of a record to the provider without its seal: what sealing is measured against.</summary>
internal sealed class UnsealedGrainStorage(IGrainStorage inner, IGrainStorageSerializer serializer) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var raw = new GrainState<RawRecord>(new RawRecord());
        await inner.ReadStateAsync(stateName, grainId, raw);
        grainState.State = serializer.Deserialize<T>(new BinaryData(raw.State!.Bytes))!;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        inner.WriteStateAsync(stateName, grainId, new GrainState<RawRecord>(
            new RawRecord(serializer.Serialize(grainState.State).ToArray())));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException("Nothing is cleared here.");
}
