using System.Buffers;
using System.Formats.Cbor;
using System.Text.Json;

namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>Reads a CBOR map by Smithy's rules: instants have tag 1, and only they.</summary>
internal static class CborInput
{
    internal static JsonDocument Read(ReadOnlyMemory<byte> body, InputShape shape)
    {
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            var reader = new CborReader(body.IsEmpty ? new byte[] { 0xA0 } : body, CborConformanceMode.Lax);
            using var json = new Utf8JsonWriter(buffer);
            Copy(reader, json, shape);
            if (reader.BytesRemaining > 0)
                throw new WrongShapeException("The request body goes on after its end.");
        }
        catch (Exception exception) when (exception is CborContentException or InvalidOperationException
            or OverflowException)
        {
            throw new WrongShapeException("The request body is not CBOR of this operation's shape.");
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static void Copy(CborReader reader, Utf8JsonWriter json, InputShape shape)
    {
        switch (shape)
        {
            case InputShape.Structure structure:
                CopyMap(reader, json, structure);
                break;
            case InputShape.ListShape list:
                reader.ReadStartArray();
                json.WriteStartArray();
                while (reader.PeekState() != CborReaderState.EndArray)
                    Copy(reader, json, list.Item);
                reader.ReadEndArray();
                json.WriteEndArray();
                break;
            case InputShape.TextShape:
                json.WriteStringValue(reader.ReadTextString());
                break;
            case InputShape.FlagShape:
                json.WriteBooleanValue(reader.ReadBoolean());
                break;
            case InputShape.WholeShape:
                json.WriteNumberValue(reader.ReadInt32());
                break;
            default:
                CopyInstant(reader, json);
                break;
        }
    }

    private static void CopyMap(CborReader reader, Utf8JsonWriter json, InputShape.Structure structure)
    {
        reader.ReadStartMap();
        json.WriteStartObject();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var name = reader.ReadTextString();
            if (reader.PeekState() == CborReaderState.Null
                || !structure.Members.TryGetValue(name, out var inner))
            {
                reader.SkipValue();
                continue;
            }

            json.WritePropertyName(name);
            Copy(reader, json, inner);
        }

        reader.ReadEndMap();
        json.WriteEndObject();
    }

    private static void CopyInstant(CborReader reader, Utf8JsonWriter json)
    {
        if (reader.ReadTag() != CborTag.UnixTimeSeconds)
            throw new WrongShapeException("An instant does not have tag 1.");
        if (reader.PeekState() is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger)
            json.WriteNumberValue(reader.ReadInt64());
        else if (reader.ReadDouble() is var seconds && double.IsFinite(seconds))
            json.WriteNumberValue(seconds);
        else
            throw new WrongShapeException("An instant is no number.");
    }
}
