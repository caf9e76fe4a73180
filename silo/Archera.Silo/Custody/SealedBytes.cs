using System.Security.Cryptography;
using Archera.Grains.Custody;
using Archera.Grains.Storage;

namespace Archera.Silo.Custody;

/// <summary>
/// The form of everything sealed: magic, version, algorithm, key id, nonce; then the cipher text and its tag. The
/// header is authenticated with the content and its <see cref="SealContext"/>. A nonce is 96 random bits: NIST allows
/// 2^32 writes under one key, more than an account makes.
/// </summary>
public static class SealedBytes
{
    public const byte Version = 1;

    public const byte Aes256Gcm = 1;

    public const int Overhead = IRecordKeys.OverheadBytes;

    private const int KeyIdOffset = 6;
    private const int NonceOffset = KeyIdOffset + KeyId.Bytes;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = Overhead - TagBytes;

    private static ReadOnlySpan<byte> Magic => "ARCE"u8;

    public static byte[] Seal(DataKey key, SealContext context, ReadOnlySpan<byte> content)
    {
        var bytes = new byte[Overhead + content.Length];
        Magic.CopyTo(bytes);
        bytes[4] = Version;
        bytes[5] = Aes256Gcm;
        key.Id.WriteTo(bytes.AsSpan(KeyIdOffset));
        var nonce = bytes.AsSpan(NonceOffset, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Material, TagBytes);
        aes.Encrypt(nonce, content, bytes.AsSpan(HeaderBytes, content.Length), bytes.AsSpan(^TagBytes..), [
            .. bytes.AsSpan(0, HeaderBytes), .. context.Bytes]);
        return bytes;
    }

    /// <summary>Which key opens the bytes, if any.</summary>
    /// <exception cref="DamagedStateException">They are not in this form.</exception>
    /// <exception cref="UnknownStateException">They are of a version not known here, or were never sealed.</exception>
    public static KeyId KeyOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(State.StateEnvelope.Magic))
            throw new UnknownStateException(
                "It is not sealed: it was written before Archera sealed what it stores, or by somebody else. It was "
                + "left as it is and is not read.");
        if (bytes.Length < Overhead || !bytes.StartsWith(Magic))
            throw new DamagedStateException("It is not in Archera's sealed form.");
        if (!IsOfThisVersion(bytes))
            throw new UnknownStateException(
                $"It is sealed with envelope version {bytes[4]}, algorithm {bytes[5]}; this program knows version "
                + $"{Version}, algorithm {Aes256Gcm}. It was left as it is; start the program that wrote it.");
        return KeyId.Read(bytes[KeyIdOffset..]);
    }

    /// <summary>The key that their first bytes name; null where they are not in this form.</summary>
    public static KeyId? FindKey(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= Overhead && bytes.StartsWith(Magic) ? KeyId.Read(bytes[KeyIdOffset..]) : null;

    /// <summary>
    /// The bytes as this program would have written them; null where they say that it did, or are not in this form.
    /// </summary>
    public static byte[]? AsOfThisVersion(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Overhead || !bytes.StartsWith(Magic) || IsOfThisVersion(bytes))
            return null;
        byte[] known = [.. bytes];
        (known[4], known[5]) = (Version, Aes256Gcm);
        return known;
    }

    /// <exception cref="DamagedStateException">They were changed, or belong somewhere else.</exception>
    public static byte[] Open(DataKey key, SealContext context, ReadOnlySpan<byte> bytes)
    {
        var content = new byte[bytes.Length - Overhead];
        try
        {
            using var aes = new AesGcm(key.Material, TagBytes);
            aes.Decrypt(
                bytes.Slice(NonceOffset, NonceBytes),
                bytes[HeaderBytes..^TagBytes],
                bytes[^TagBytes..],
                content,
                [.. bytes[..HeaderBytes], .. context.Bytes]);
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new DamagedStateException(
                $"It does not open under its key {key.Id}: it was changed, or belongs to another record.");
        }
    }

    private static bool IsOfThisVersion(ReadOnlySpan<byte> bytes) => bytes[4] == Version && bytes[5] == Aes256Gcm;
}
