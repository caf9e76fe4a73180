using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>
/// Page tokens: opaque, sealed against change, and bound to the account and the parameters that they were given for.
/// </summary>
internal sealed class PageTokens(int seed)
{
    /// <summary>The longest token that AWS's model allows.</summary>
    public const int MaximumLength = 8_192;

    private const int PrintLength = 16;

    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes($"page tokens of simulator {seed}"));

    /// <summary>What a token is bound to: the operation, the caller and every parameter but the token itself.</summary>
    public static byte[] Fingerprint(string operation, string account, JsonElement input, IReadOnlyList<string> members)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(operation);
            writer.WriteStringValue(account);
            foreach (var member in members)
                WriteCanonical(writer, input.Member(member));
            writer.WriteEndArray();
        }

        return SHA256.HashData(buffer.ToArray())[..PrintLength];
    }

    public string Issue(byte[] fingerprint, PagePosition position)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        writer.Write(fingerprint);
        writer.Write(position.Period.DayNumber);
        writer.Write(position.After is not null);
        writer.Write(position.After?.First ?? "");
        writer.Write(position.After?.Second ?? "");
        writer.Flush();
        var body = buffer.ToArray();
        return Convert.ToBase64String([.. Seal(body), .. body]);
    }

    public PagePosition Open(string token, byte[] fingerprint)
    {
        if (token.Length > MaximumLength || !TryDecode(token, out var bytes))
            throw CostExplorerRefusal.BadToken();
        var body = bytes[PrintLength..];
        if (!CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, PrintLength), Seal(body)))
            throw CostExplorerRefusal.BadToken();
        using var reader = new BinaryReader(new MemoryStream(body));
        if (!reader.ReadBytes(PrintLength).AsSpan().SequenceEqual(fingerprint))
            throw CostExplorerRefusal.RequestChanged();
        var period = DateOnly.FromDayNumber(reader.ReadInt32());
        var (inside, first, second) = (reader.ReadBoolean(), reader.ReadString(), reader.ReadString());
        return new PagePosition(period, inside ? (first, second) : null);
    }

    private static bool TryDecode(string token, out byte[] bytes)
    {
        bytes = new byte[MaximumLength];
        var decoded = Convert.TryFromBase64String(token, bytes, out var length);
        bytes = bytes[..length];
        return decoded && length > PrintLength;
    }

    private static void WriteCanonical(Utf8JsonWriter writer, JsonElement? value)
    {
        switch (value)
        {
            case { ValueKind: JsonValueKind.Object } structure:
                writer.WriteStartObject();
                foreach (var member in structure.EnumerateObject().OrderBy(each => each.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    WriteCanonical(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case { ValueKind: JsonValueKind.Array } list:
                writer.WriteStartArray();
                foreach (var item in list.EnumerateArray())
                    WriteCanonical(writer, item);
                writer.WriteEndArray();
                break;
            case { } scalar:
                scalar.WriteTo(writer);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private byte[] Seal(byte[] body) => HMACSHA256.HashData(_key, body)[..PrintLength];
}
