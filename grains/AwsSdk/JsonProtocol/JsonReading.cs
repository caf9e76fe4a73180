using System.Globalization;
using System.Text.Json;
using Amazon.Runtime.Internal.Util;
using Amazon.Util;

namespace Archera.AwsSdk.JsonProtocol;

/// <summary>
/// Reads values straight from the SDK's streaming reader. The SDK's own unmarshallers keep the path of every token,
/// which costs more than the reading when a bill has millions of amounts.
/// </summary>
internal static class JsonReading
{
    /// <summary>Moves to the next member of an object; false at its end.</summary>
    public static bool NextMember(ref StreamingUtf8JsonReader reader) =>
        Next(ref reader) != JsonTokenType.EndObject;

    public static JsonTokenType Next(ref StreamingUtf8JsonReader reader)
    {
        if (!reader.Read())
            throw new JsonException("The answer ends in the middle of a value.");
        return reader.TokenType;
    }

    /// <summary>Whether the value of the member the reader stands on is an object; it may also be null.</summary>
    public static bool IsObject(ref StreamingUtf8JsonReader reader) => Is(JsonTokenType.StartObject, ref reader);

    public static void Skip(ref StreamingUtf8JsonReader reader)
    {
        var depth = 0;
        do
        {
            depth += Next(ref reader) switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
        while (depth > 0);
    }

    public static string Text(ref StreamingUtf8JsonReader reader) => Next(ref reader) switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString(),
        var token => throw Unexpected(token),
    };

    public static bool? Bool(ref StreamingUtf8JsonReader reader) => Next(ref reader) switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        var token => throw Unexpected(token),
    };

    public static int? Int(ref StreamingUtf8JsonReader reader) => Next(ref reader) switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number when reader.TryGetInt32(out var value) => value,
        var token => throw Unexpected(token),
    };

    public static long? Long(ref StreamingUtf8JsonReader reader) => Next(ref reader) switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number when reader.TryGetInt64(out var value) => value,
        var token => throw Unexpected(token),
    };

    /// <summary>Seconds since 1970, or an ISO 8601 text.</summary>
    public static DateTime? Timestamp(ref StreamingUtf8JsonReader reader) =>
        Next(ref reader) == JsonTokenType.Null ? null : TimestampHere(ref reader);

    public static List<DateTime> Timestamps(ref StreamingUtf8JsonReader reader) => List(ref reader, TimestampHere);

    public static List<double> Doubles(ref StreamingUtf8JsonReader reader) => List(ref reader, DoubleHere);

    /// <summary>Null stays null; an empty array is an empty list.</summary>
    public static List<T> List<T>(ref StreamingUtf8JsonReader reader, ReadJson<T> readItem)
    {
        if (!Is(JsonTokenType.StartArray, ref reader))
            return null;
        var items = new List<T>();
        while (Next(ref reader) != JsonTokenType.EndArray)
            items.Add(readItem(ref reader));
        return items;
    }

    public static List<string> Strings(ref StreamingUtf8JsonReader reader) => List(ref reader, TextHere);

    public static Dictionary<string, string> StringMap(ref StreamingUtf8JsonReader reader)
    {
        if (!IsObject(ref reader))
            return null;
        var map = new Dictionary<string, string>();
        while (NextMember(ref reader))
        {
            var name = reader.GetString();
            map.Add(name, Text(ref reader));
        }
        return map;
    }

    public static JsonException Unexpected(JsonTokenType token) =>
        new($"The answer has {token} where another value belongs.");

    private static DateTime TimestampHere(ref StreamingUtf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetDouble(out var seconds) =>
            AWSSDKUtils.ConvertFromUnixEpochMilliseconds((long)Math.Round(seconds * 1000)),
        JsonTokenType.String => DateTime.Parse(
            reader.GetString(),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
        var token => throw Unexpected(token),
    };

    private static double DoubleHere(ref StreamingUtf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value)
            ? value
            : throw Unexpected(reader.TokenType);

    private static string TextHere(ref StreamingUtf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString() : throw Unexpected(reader.TokenType);

    private static bool Is(JsonTokenType start, ref StreamingUtf8JsonReader reader) => Next(ref reader) switch
    {
        JsonTokenType.Null => false,
        var token when token == start => true,
        var token => throw Unexpected(token),
    };
}
