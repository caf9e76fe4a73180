using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>
/// Page tokens: opaque, sealed against change, and bound to the operation, account, region and parameters that they
/// were given for. They carry the time of the first page, so that the pages of one answer fit together.
/// </summary>
internal sealed class MetricTokens(int seed)
{
    private const int PrintLength = 16;
    private const int MaxLength = 1_024;
    private const string TokenMember = "NextToken";

    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes($"metric tokens of simulator {seed}"));

    internal static byte[] Fingerprint(string operation, string account, string region, JsonElement input)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue($"{operation} {account} {region}");
            foreach (var member in input.EnumerateObject()
                .Where(member => member.Name != TokenMember && member.Value.ValueKind != JsonValueKind.Null)
                .OrderBy(member => member.Name, StringComparer.Ordinal))
            {
                json.WriteStringValue(member.Name);
                member.Value.WriteTo(json);
            }

            json.WriteEndArray();
        }

        return SHA256.HashData(buffer.ToArray())[..PrintLength];
    }

    internal string Issue(byte[] fingerprint, MetricPosition position)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        writer.Write(fingerprint);
        writer.Write(position.AsOf);
        writer.Write(position.Index);
        writer.Write(position.After is not null);
        writer.Write(position.After ?? 0);
        writer.Flush();
        var body = buffer.ToArray();
        return Convert.ToBase64String([.. Seal(body), .. body]);
    }

    /// <summary>Null for a token that is not one, or one of another request.</summary>
    internal MetricPosition? TryOpen(string token, byte[] fingerprint)
    {
        var bytes = new byte[MaxLength];
        if (token.Length > MaxLength || !Convert.TryFromBase64String(token, bytes, out var length)
            || length <= 2 * PrintLength)
            return null;
        var body = bytes[PrintLength..length];
        if (!CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, PrintLength), Seal(body))
            || !body.AsSpan(0, PrintLength).SequenceEqual(fingerprint))
            return null;
        using var reader = new BinaryReader(new MemoryStream(body, PrintLength, body.Length - PrintLength));
        var (asOf, index) = (reader.ReadInt64(), reader.ReadInt32());
        var (inside, after) = (reader.ReadBoolean(), reader.ReadInt64());
        return new MetricPosition(asOf, index, inside ? after : null);
    }

    private byte[] Seal(byte[] body) => HMACSHA256.HashData(_key, body)[..PrintLength];
}
