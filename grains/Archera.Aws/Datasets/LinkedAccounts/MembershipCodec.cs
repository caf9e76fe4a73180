using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets.LinkedAccounts;

/// <summary>
/// The book as JSON, so that the same book always gives the same bytes. An account that nothing happened to takes no
/// more than on a list of <see cref="LinkedAccountCodec"/>.
/// </summary>
public static class MembershipCodec
{
    public const int SchemaVersion = 2;

    public static byte[] Encode(MembershipBook book)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        if (book.ForgottenBefore is { } forgotten)
            json.WriteNumber("forgottenBefore", forgotten.UtcTicks);
        json.WriteStartArray("accounts");
        foreach (var account in book.Accounts)
        {
            json.WriteStartObject();
            json.WriteString("id", account.Id.Value);
            if (account.FirstSeenAt != account.Phases[0].Since)
                json.WriteNumber("seen", account.FirstSeenAt.UtcTicks);
            Write(json, account.Now);
            if (account.Phases.Length > 1)
                WriteEarlier(json, account.Phases[..^1]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Also reads a list as it was kept before there were books.</summary>
    /// <param name="readAt">When the content was read; a list does not say.</param>
    /// <exception cref="InvalidDataException">The content is damaged or of an unknown schema version.</exception>
    public static MembershipBook Decode(int schemaVersion, ReadOnlyMemory<byte> content, DateTimeOffset readAt)
    {
        if (schemaVersion != SchemaVersion)
            return MembershipBook.Empty.With([.. LinkedAccountCodec.Decode(schemaVersion, content)], readAt);
        try
        {
            using var json = JsonDocument.Parse(content);
            var root = json.RootElement;
            return new MembershipBook(
                [.. root.GetProperty("accounts").EnumerateArray().Select(Account)],
                root.TryGetProperty("forgottenBefore", out var forgotten) ? Time(forgotten) : null);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or KeyNotFoundException
            or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException("The stored membership is damaged.", exception);
        }
    }

    private static void WriteEarlier(Utf8JsonWriter json, ImmutableArray<MembershipPhase> phases)
    {
        json.WriteStartArray("earlier");
        foreach (var phase in phases)
        {
            json.WriteStartObject();
            Write(json, phase);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, MembershipPhase phase)
    {
        json.WriteNumber("since", phase.Since.UtcTicks);
        if (!phase.IsMember)
            json.WriteBoolean("left", true);
        json.WriteString("name", phase.Name);
        json.WriteString("state", phase.State);
        if (phase.JoinedAt is { } joined)
            json.WriteNumber("joined", joined.ToUnixTimeMilliseconds());
    }

    private static Membership Account(JsonElement json)
    {
        var earlier = json.TryGetProperty("earlier", out var phases) ? phases.EnumerateArray().Select(Phase) : [];
        ImmutableArray<MembershipPhase> all = [.. earlier, Phase(json)];
        return new Membership(
            AwsAccountId.Parse(Text(json, "id")),
            json.TryGetProperty("seen", out var seen) ? Time(seen) : all[0].Since,
            all);
    }

    private static MembershipPhase Phase(JsonElement json) => new(
        Time(json.GetProperty("since")),
        !json.TryGetProperty("left", out var left) || !left.GetBoolean(),
        Text(json, "name"),
        Text(json, "state"),
        json.TryGetProperty("joined", out var joined)
            ? DateTimeOffset.FromUnixTimeMilliseconds(joined.GetInt64())
            : null);

    private static DateTimeOffset Time(JsonElement json) => new(json.GetInt64(), TimeSpan.Zero);

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");
}
