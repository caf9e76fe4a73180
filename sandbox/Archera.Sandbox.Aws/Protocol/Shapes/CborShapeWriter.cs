using System.Formats.Cbor;

namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>Maps and lists of unstated length, as AWS sends them; instants with tag 1.</summary>
internal sealed class CborShapeWriter : IShapeWriter
{
    private readonly CborWriter _cbor = new(CborConformanceMode.Lax);

    internal static byte[] Write(Action<IShapeWriter> write)
    {
        var writer = new CborShapeWriter();
        write(writer);
        return writer._cbor.Encode();
    }

    public void StartStructure() => _cbor.WriteStartMap(null);

    public void EndStructure() => _cbor.WriteEndMap();

    public void StartList() => _cbor.WriteStartArray(null);

    public void EndList() => _cbor.WriteEndArray();

    public void Member(string name) => _cbor.WriteTextString(name);

    public void Text(string value) => _cbor.WriteTextString(value);

    public void Number(double value) => _cbor.WriteDouble(value);

    public void Instant(DateTimeOffset value)
    {
        _cbor.WriteTag(CborTag.UnixTimeSeconds);
        _cbor.WriteDouble(value.ToUnixTimeMilliseconds() / 1_000.0);
    }
}
