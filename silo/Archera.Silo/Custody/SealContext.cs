using System.Buffers.Binary;
using System.Text;

namespace Archera.Silo.Custody;

/// <summary>
/// What sealed bytes are, and where they belong. It is authenticated with them, so that they open nowhere else. The
/// parts have lengths, so that no two contexts are written alike.
/// </summary>
public sealed class SealContext
{
    private SealContext(byte kind, params ReadOnlySpan<byte[]> parts)
    {
        var bytes = new List<byte> { kind };
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
            bytes.AddRange(length);
            bytes.AddRange(part);
        }

        Bytes = [.. bytes];
    }

    public byte[] Bytes { get; }

    public static SealContext OfRecord(string stateName, GrainId grain) => new(
        1, Encoding.UTF8.GetBytes(stateName), grain.Type.AsSpan().ToArray(), grain.Key.AsSpan().ToArray());

    public static SealContext OfContent(string context) => new(2, Encoding.UTF8.GetBytes(context));

    /// <param name="document">The key store's name of what is wrapped.</param>
    public static SealContext OfKey(string document) => new(3, Encoding.UTF8.GetBytes(document));
}
