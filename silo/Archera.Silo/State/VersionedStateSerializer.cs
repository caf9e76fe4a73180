using Archera.Grains.Storage;
using Orleans.Serialization;
using Orleans.Storage;

namespace Archera.Silo.State;

/// <summary>
/// Grain state as Orleans' version-tolerant binary in a <see cref="StateEnvelope"/>, in every profile. A decorator that
/// encrypts takes this serializer's bytes as its plain text.
/// </summary>
public sealed class VersionedStateSerializer(Serializer serializer) : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(StateEnvelope.Wrap(serializer.SerializeToArray(input)));

    public T? Deserialize<T>(BinaryData input)
    {
        try
        {
            return serializer.Deserialize<T>(StateEnvelope.Unwrap(input.ToMemory()));
        }
        catch (DamagedStateException) when (typeof(T).IsAssignableTo(typeof(IReplaceableState)))
        {
            return (T)((IReplaceableState)Activator.CreateInstance<T>()!).AsDamaged();
        }
    }
}
