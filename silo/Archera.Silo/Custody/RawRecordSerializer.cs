using Orleans.Storage;

namespace Archera.Silo.Custody;

/// <summary>Hands the bytes of a <see cref="RawRecord"/> through; nothing else gets past it unsealed.</summary>
public sealed class RawRecordSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => input is RawRecord record
        ? new BinaryData(record.Bytes)
        : throw new NotSupportedException($"{typeof(T)} would be stored unsealed.");

    // Copied: a provider may lend its buffer.
    public T Deserialize<T>(BinaryData input) => typeof(T) == typeof(RawRecord)
        ? (T)(object)new RawRecord(input.ToArray())
        : throw new NotSupportedException($"{typeof(T)} would be read unsealed.");
}
