using System.Text.Json;
using Amazon;

namespace Archera.AwsSdk.JsonProtocol;

/// <summary>Writes members that are set; those that are not are left out of the request.</summary>
internal static class JsonWriting
{
    public static void Member(this Utf8JsonWriter writer, string name, string value)
    {
        if (value != null)
            writer.WriteString(name, value);
    }

    public static void Member(this Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    public static void Member(this Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
            writer.WriteBoolean(name, flag);
    }

    /// <summary>Seconds since 1970, to the millisecond.</summary>
    public static void Member(this Utf8JsonWriter writer, string name, DateTime? value)
    {
        const decimal Second = 1_000;
        if (value is { } instant)
            writer.WriteNumber(
                name, Math.Floor((decimal)(instant.ToUniversalTime() - DateTime.UnixEpoch).TotalMilliseconds) / Second);
    }

    public static void Member<T>(this Utf8JsonWriter writer, string name, T value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value == null)
            return;
        writer.WritePropertyName(name);
        Object(writer, value, write);
    }

    public static void Member<T>(
        this Utf8JsonWriter writer,
        string name,
        List<T> values,
        Action<Utf8JsonWriter, T> write)
    {
        if (!IsSet(values))
            return;
        writer.WriteStartArray(name);
        foreach (var value in values)
            Object(writer, value, write);
        writer.WriteEndArray();
    }

    public static void Member(this Utf8JsonWriter writer, string name, List<string> values)
    {
        if (!IsSet(values))
            return;
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private static void Object<T>(Utf8JsonWriter writer, T value, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartObject();
        write(writer, value);
        writer.WriteEndObject();
    }

    // With AWSConfigs.InitializeCollections every list exists, so that only its items tell whether it was set.
    private static bool IsSet<T>(List<T> values) =>
        values != null && (values.Count > 0 || !AWSConfigs.InitializeCollections);
}
