using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>
/// Reads a form: <c>A.member.1.B=…</c>, numbers, flags and ISO 8601 instants as text. A list ends at its first gap.
/// </summary>
internal static class FormInput
{
    internal static JsonDocument Read(QueryForm form, InputShape shape)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, FormNode.Of(form), shape, "The input");
        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static void Write(Utf8JsonWriter json, FormNode node, InputShape shape, string name)
    {
        switch (shape)
        {
            case InputShape.Structure structure:
                json.WriteStartObject();
                foreach (var (member, inner) in structure.Members)
                {
                    if (node.Child(member) is not { } child)
                        continue;
                    json.WritePropertyName(member);
                    Write(json, child, inner, member);
                }

                json.WriteEndObject();
                break;
            case InputShape.ListShape list:
                json.WriteStartArray();
                foreach (var item in Items(node))
                    Write(json, item, list.Item, name);
                json.WriteEndArray();
                break;
            default:
                WriteScalar(json, node.Value ?? throw Wrong(name), shape, name);
                break;
        }
    }

    private static IEnumerable<FormNode> Items(FormNode list)
    {
        var members = list.Child("member");
        for (var number = 1;
            members?.Child(number.ToString(CultureInfo.InvariantCulture)) is { } item;
            number++)
            yield return item;
    }

    private static void WriteScalar(Utf8JsonWriter json, string text, InputShape shape, string name)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        switch (shape)
        {
            case InputShape.TextShape:
                json.WriteStringValue(text);
                break;
            case InputShape.FlagShape when text is "true" or "false":
                json.WriteBooleanValue(text == "true");
                break;
            case InputShape.WholeShape when int.TryParse(
                text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                json.WriteNumberValue(number);
                break;
            case InputShape.InstantShape when text.Contains('T', StringComparison.Ordinal)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var instant):
                json.WriteNumberValue(instant.ToUnixTimeMilliseconds() / 1_000m);
                break;
            default:
                throw Wrong(name);
        }
    }

    private static WrongShapeException Wrong(string name) => new($"{name} has a value of the wrong type.");
}
