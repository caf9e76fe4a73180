using System.Text.Json;
using Amazon.Runtime.Internal.Util;

namespace Archera.AwsSdk.JsonProtocol;

/// <summary>Reads a structure by a table of its members; members that are not in it are passed over.</summary>
internal sealed class ObjectReader<T>
    where T : class, new()
{
    private readonly Dictionary<string, ReadMember> _members = new(StringComparer.Ordinal);

    private delegate void ReadMember(ref StreamingUtf8JsonReader reader, T item);

    public ObjectReader<T> Text(string name, Action<T, string> set) => With(name, JsonReading.Text, set);

    /// <param name="read">Moves to the value and reads it.</param>
    public ObjectReader<T> With<TValue>(string name, ReadJson<TValue> read, Action<T, TValue> set)
    {
        _members.Add(name, (ref reader, item) => set(item, read(ref reader)));
        return this;
    }

    /// <summary>Moves to the value, which may be null, and reads it.</summary>
    public T Next(ref StreamingUtf8JsonReader reader) => JsonReading.IsObject(ref reader) ? Here(ref reader) : null;

    /// <summary>Moves to the value, which may be null, and reads a list.</summary>
    public List<T> List(ref StreamingUtf8JsonReader reader) => JsonReading.List(ref reader, Item);

    /// <summary>Reads the object that the reader stands on the beginning of.</summary>
    public T Here(ref StreamingUtf8JsonReader reader)
    {
        var item = new T();
        while (JsonReading.NextMember(ref reader))
        {
            if (_members.TryGetValue(reader.GetString(), out var read))
                read(ref reader, item);
            else
                JsonReading.Skip(ref reader);
        }

        return item;
    }

    private T Item(ref StreamingUtf8JsonReader reader) => reader.TokenType == JsonTokenType.StartObject
        ? Here(ref reader)
        : throw JsonReading.Unexpected(reader.TokenType);
}
