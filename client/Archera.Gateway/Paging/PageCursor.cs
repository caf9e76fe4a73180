using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Archera.Gateway.Paging;

/// <summary>
/// Where a list goes on. On the wire it is opaque: 45 bytes and their signature, as base64url. It says which question
/// it belongs to and which state of the list, by hashes, and nothing of what is in them.
/// </summary>
/// <param name="Query">The hash of the question, its address included.</param>
/// <param name="Revision">The hash of the whole list as its first page saw it.</param>
/// <param name="Offset">How many rows come before the page.</param>
/// <param name="GoodUntil">From then on it is refused.</param>
internal sealed record PageCursor(PageHash Query, PageHash Revision, int Offset, DateTimeOffset GoodUntil)
{
    public const int SignatureBytes = SHA256.HashSizeInBytes;

    private const byte Version = 1;
    private const int ContentBytes = 1 + PageHash.Bytes + PageHash.Bytes + sizeof(int) + sizeof(long);

    /// <summary>What is signed.</summary>
    public ImmutableArray<byte> ToContent()
    {
        var content = new byte[ContentBytes];
        content[0] = Version;
        Query.CopyTo(content.AsSpan(1));
        Revision.CopyTo(content.AsSpan(1 + PageHash.Bytes));
        var rest = content.AsSpan(1 + PageHash.Bytes + PageHash.Bytes);
        BinaryPrimitives.WriteInt32BigEndian(rest, Offset);
        BinaryPrimitives.WriteInt64BigEndian(rest[sizeof(int)..], GoodUntil.ToUnixTimeSeconds());
        return ImmutableArray.Create(content);
    }

    public static string Write(ImmutableArray<byte> content, ImmutableArray<byte> signature) =>
        Base64Url.EncodeToString([.. content, .. signature]);

    /// <summary>
    /// What a text says that has a cursor's form. Nothing of it counts before its signature was checked.
    /// </summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out UncheckedCursor? cursor)
    {
        cursor = null;
        var bytes = new byte[ContentBytes + SignatureBytes];
        if (text is null || text.Length != Base64Url.GetEncodedLength(bytes.Length)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != bytes.Length
            || bytes[0] != Version)
            return false;
        var rest = bytes.AsSpan(1 + PageHash.Bytes + PageHash.Bytes);
        cursor = new UncheckedCursor(
            new PageCursor(
                PageHash.Read(bytes.AsSpan(1)),
                PageHash.Read(bytes.AsSpan(1 + PageHash.Bytes)),
                BinaryPrimitives.ReadInt32BigEndian(rest),
                TimeOf(BinaryPrimitives.ReadInt64BigEndian(rest[sizeof(int)..]))),
            [.. bytes[..ContentBytes]],
            [.. bytes[ContentBytes..]]);
        return true;
    }

    // A forged time must not throw before the signature is looked at.
    private static DateTimeOffset TimeOf(long seconds) => DateTimeOffset.FromUnixTimeSeconds(
        Math.Clamp(seconds, 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
}
