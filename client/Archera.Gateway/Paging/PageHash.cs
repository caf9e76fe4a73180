using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Archera.Gateway.Costs;

namespace Archera.Gateway.Paging;

/// <summary>Half a SHA-256: enough to tell two questions, or two states of a list, apart.</summary>
internal readonly record struct PageHash(UInt128 Value)
{
    public const int Bytes = 16;

    /// <summary>
    /// The question that a list answers: the address and its parameters, but for those that say how it is given.
    /// </summary>
    public static PageHash OfQuery(HttpRequest request)
    {
        var asked = request.Query
            .Where(parameter => !PageParameters.OfGiving.Contains(parameter.Key))
            .SelectMany(parameter => parameter.Value.Select(value => $"{parameter.Key}={Escape(value)}"))
            .Order(StringComparer.Ordinal);
        var text = string.Join('&', asked.Prepend(request.Path.Value));
        return Read(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>
    /// The state of a list: all its rows, and what is late and why. When it was read is left out: reading the same
    /// again changes nothing.
    /// </summary>
    public static PageHash OfList<TRow>(
        IReadOnlyList<TRow> rows, CompletenessResource completeness, JsonSerializerOptions options)
    {
        using var sha = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write))
        {
            JsonSerializer.Serialize(stream, rows, options);
            JsonSerializer.Serialize(
                stream, completeness.Late.Select(late => new[] { late.Account, late.Dataset, late.Reason }), options);
        }

        return Read(sha.Hash);
    }

    public static PageHash Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    public void CopyTo(Span<byte> bytes) =>
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);

    private static string Escape(string? value) => Uri.EscapeDataString(value ?? "");
}
