using System.Buffers.Binary;
using System.Security.Cryptography;
using Archera.Grains.Storage;

namespace Archera.Silo.State;

/// <summary>
/// The frame around every stored record: magic, version, codec, length, and a digest over all of it. Version and codec
/// are looked at before the digest, so that a newer program's record is named as such and not as damage.
/// </summary>
public static class StateEnvelope
{
    public const byte Version = 1;

    /// <summary>The content is Orleans' binary form.</summary>
    public const byte OrleansBinary = 1;

    public const int HeaderBytes = 4 + 1 + 1 + 2 + 4 + DigestBytes;

    private const int DigestBytes = 16;
    private const int LengthOffset = 8;
    private const int DigestOffset = 12;

    internal static ReadOnlySpan<byte> Magic => "ARCS"u8;

    public static byte[] Wrap(ReadOnlySpan<byte> content)
    {
        var record = new byte[HeaderBytes + content.Length];
        Magic.CopyTo(record);
        record[4] = Version;
        record[5] = OrleansBinary;
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(LengthOffset), content.Length);
        content.CopyTo(record.AsSpan(HeaderBytes));
        Digest(record, record.AsSpan(DigestOffset, DigestBytes));
        return record;
    }

    /// <exception cref="DamagedStateException">The record is not what was written.</exception>
    /// <exception cref="UnknownStateException">The record is of a version not known here.</exception>
    public static ReadOnlyMemory<byte> Unwrap(ReadOnlyMemory<byte> record)
    {
        var bytes = record.Span;
        if (bytes.Length < HeaderBytes || !bytes.StartsWith(Magic))
            throw new DamagedStateException("A stored record is not in Archera's form. Restore a backup.");
        if (bytes[4] != Version || bytes[5] != OrleansBinary)
            throw new UnknownStateException(
                $"A stored record has envelope version {bytes[4]}, codec {bytes[5]}; this program knows version "
                + $"{Version}, codec {OrleansBinary}. It was left as it is; start the program that wrote it.");
        Span<byte> digest = stackalloc byte[DigestBytes];
        Digest(bytes, digest);
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes[LengthOffset..]) != bytes.Length - HeaderBytes
            || !digest.SequenceEqual(bytes.Slice(DigestOffset, DigestBytes)))
            throw new DamagedStateException("A stored record is damaged. Restore a backup.");
        return record[HeaderBytes..];
    }

    private static void Digest(ReadOnlySpan<byte> record, Span<byte> digest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(record[..DigestOffset]);
        hash.AppendData(record[HeaderBytes..]);
        hash.GetHashAndReset().AsSpan(0, DigestBytes).CopyTo(digest);
    }
}
