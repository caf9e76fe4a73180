using System.Text.Json;

namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>
/// Reads an input into one form, whichever protocol it came in: JSON with the members of the service model, instants
/// as seconds since 1970.
/// </summary>
internal static class ShapedInput
{
    internal static JsonDocument Read(WireProtocol protocol, InputShape shape, WireRequest request, QueryForm? form) =>
        protocol switch
        {
            WireProtocol.Query => FormInput.Read(form!, shape),
            WireProtocol.Cbor => CborInput.Read(request.Body, shape),
            _ => ReadJson(request.Body, shape),
        };

    private static JsonDocument ReadJson(ReadOnlyMemory<byte> body, InputShape shape)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body.IsEmpty ? "{}"u8.ToArray() : body);
        }
        catch (JsonException)
        {
            throw new WrongShapeException("The request body is not JSON.");
        }

        Check(document.RootElement, shape, "The input");
        return document;
    }

    private static void Check(JsonElement value, InputShape shape, string name)
    {
        var fits = shape switch
        {
            InputShape.Structure => value.ValueKind == JsonValueKind.Object,
            InputShape.ListShape => value.ValueKind == JsonValueKind.Array,
            InputShape.TextShape => value.ValueKind == JsonValueKind.String,
            InputShape.FlagShape => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            InputShape.WholeShape => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
            _ => value.ValueKind == JsonValueKind.Number,
        };
        if (!fits)
            throw new WrongShapeException($"{name} has a value of the wrong type.");
        if (shape is InputShape.ListShape list)
        {
            foreach (var item in value.EnumerateArray())
                Check(item, list.Item, name);
        }
        else if (shape is InputShape.Structure structure)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (member.Value.ValueKind != JsonValueKind.Null
                    && structure.Members.TryGetValue(member.Name, out var inner))
                    Check(member.Value, inner, member.Name);
            }
        }
    }
}
