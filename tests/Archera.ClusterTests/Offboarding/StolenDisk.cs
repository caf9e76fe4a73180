using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Archera.Silo.Custody;

namespace Archera.ClusterTests.Offboarding;

/// <summary>
/// The data directory in the hands of somebody who has keys too. Every sealed record in its files is opened, also in
/// free pages and in the log, where nobody knows how long it was: the tag is not looked at.
/// </summary>
internal sealed class StolenDisk(string directory)
{
    private const int HeaderBytes = 34;
    private const int LongestBytes = 4096;

    public bool Holds(string text, params DataKey[] keys)
    {
        var wanted = Encoding.UTF8.GetBytes(text);
        return Files().Any(file => keys.Any(
            key => RecordsOf(key, file).Any(content => content.AsSpan().IndexOf(wanted) >= 0)));
    }

    private static IEnumerable<byte[]> RecordsOf(DataKey key, byte[] file)
    {
        var begin = SealedBytes.Seal(key, SealContext.OfContent(""), []).AsSpan(0, 22).ToArray();
        for (var at = 0; file.AsSpan(at).IndexOf(begin) is >= 0 and var ahead; at += ahead + begin.Length)
        {
            var header = file.AsSpan(at + ahead, HeaderBytes);
            var length = Math.Min(LongestBytes, file.Length - at - ahead - HeaderBytes);
            yield return Decrypt(key, header[^12..], file.AsSpan(at + ahead + HeaderBytes, length));
        }
    }

    /// <summary>What GCM does beside its tag: counter mode from 2 on.</summary>
    private static byte[] Decrypt(DataKey key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher)
    {
        using var aes = Aes.Create();
        aes.SetKey(key.Material);
        var content = new byte[cipher.Length];
        Span<byte> counter = stackalloc byte[16];
        Span<byte> stream = stackalloc byte[16];
        nonce.CopyTo(counter);
        for (var at = 0; at < content.Length; at++)
        {
            if (at % 16 == 0)
            {
                BinaryPrimitives.WriteInt32BigEndian(counter[12..], 2 + at / 16);
                aes.EncryptEcb(counter, stream, PaddingMode.None);
            }

            content[at] = (byte)(cipher[at] ^ stream[at % 16]);
        }

        return content;
    }

    // Nobody else may open the lock; it is empty.
    private IEnumerable<byte[]> Files() => Directory.GetFiles(directory, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path) != "lock")
        .Select(path =>
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var content = new MemoryStream();
            file.CopyTo(content);
            return content.ToArray();
        });
}
