using System.Buffers;
using System.Text.Json;

namespace Archera.Sandbox.Aws.Protocol.Shapes;

internal sealed class JsonShapeWriter(Utf8JsonWriter json) : IShapeWriter
{
    internal static byte[] Write(Action<IShapeWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(16_384);
        using (var json = new Utf8JsonWriter(buffer))
            write(new JsonShapeWriter(json));
        return buffer.WrittenSpan.ToArray();
    }

    public void StartStructure() => json.WriteStartObject();

    public void EndStructure() => json.WriteEndObject();

    public void StartList() => json.WriteStartArray();

    public void EndList() => json.WriteEndArray();

    public void Member(string name) => json.WritePropertyName(name);

    public void Text(string value) => json.WriteStringValue(value);

    public void Number(double value) => json.WriteNumberValue(value);

    public void Instant(DateTimeOffset value) => json.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1_000m);
}
