using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets.LinkedAccounts;

/// <summary>The list as JSON in the order of the ids, so that the same accounts always give the same bytes.</summary>
public static class LinkedAccountCodec
{
    public const int SchemaVersion = 1;

    public static byte[] Encode(IEnumerable<LinkedAccount> accounts)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output);
        json.WriteStartArray();
        foreach (var account in accounts.OrderBy(a => a.Id.Value, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", account.Id.Value);
            json.WriteString("name", account.Name);
            json.WriteString("state", account.State);
            if (account.JoinedAt is { } joinedAt)
                json.WriteString("joinedAt", joinedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Of a <see cref="MembershipBook"/>, who is in the organization now.</summary>
    /// <exception cref="InvalidDataException">The content is damaged or of an unknown schema version.</exception>
    public static IReadOnlyList<LinkedAccount> Decode(int schemaVersion, ReadOnlyMemory<byte> content)
    {
        if (schemaVersion == MembershipCodec.SchemaVersion)
        {
            var book = MembershipCodec.Decode(schemaVersion, content, default);
            return
            [
                .. book.Members.Select(account => new LinkedAccount(
                    account.Id, account.Now.Name, account.Now.State, account.Now.JoinedAt)),
            ];
        }

        if (schemaVersion != SchemaVersion)
        {
            throw new InvalidDataException(
                $"Linked accounts of schema version {schemaVersion} can't be read; this version knows {SchemaVersion}");
        }

        try
        {
            using var json = JsonDocument.Parse(content);
            return [.. json.RootElement.EnumerateArray().Select(Account)];
        }
        catch (Exception exception)
            when (exception is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException("The stored linked accounts are damaged. Read them again.", exception);
        }
    }

    private static LinkedAccount Account(JsonElement json) => new(
        AwsAccountId.Parse(Text(json, "id")),
        Text(json, "name"),
        Text(json, "state"),
        json.TryGetProperty("joinedAt", out var joinedAt) ? joinedAt.GetDateTimeOffset() : null);

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");
}
