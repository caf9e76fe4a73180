using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archera.Aws.Datasets.Machines;

/// <summary>
/// Snapshots and days as JSON in their own order, so that the same machines always give the same bytes.
/// </summary>
public static class MachineCodec
{
    public const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,
    };

    public static byte[] Encode(MachineSnapshot snapshot) => JsonSerializer.SerializeToUtf8Bytes(snapshot, Form);

    public static byte[] Encode(MachineDay day) => JsonSerializer.SerializeToUtf8Bytes(day, Form);

    /// <exception cref="InvalidDataException">The content is damaged or of an unknown schema version.</exception>
    public static MachineSnapshot DecodeSnapshot(int schemaVersion, ReadOnlySpan<byte> content) =>
        Decode<MachineSnapshot>(schemaVersion, content);

    /// <exception cref="InvalidDataException">The content is damaged or of an unknown schema version.</exception>
    public static MachineDay DecodeDay(int schemaVersion, ReadOnlySpan<byte> content) =>
        Decode<MachineDay>(schemaVersion, content);

    private static T Decode<T>(int schemaVersion, ReadOnlySpan<byte> content)
    {
        if (schemaVersion != SchemaVersion)
        {
            throw new InvalidDataException(
                $"Machines of schema version {schemaVersion} can't be read; this version knows {SchemaVersion}.");
        }

        try
        {
            return JsonSerializer.Deserialize<T>(content, Form)
                ?? throw new InvalidDataException("The stored machines are damaged. Read them again.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("The stored machines are damaged. Read them again.", exception);
        }
    }
}
