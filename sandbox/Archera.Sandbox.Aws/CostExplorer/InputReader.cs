using System.Text.Json;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>Reads members as AWS's JSON services do: absent and null are the same, unknown ones are ignored.</summary>
internal static class InputReader
{
    public static JsonElement? Member(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw CostExplorerRefusal.WrongShape("the request");
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    public static string? Text(this JsonElement element, string name)
    {
        if (element.Member(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw CostExplorerRefusal.WrongShape(name);
    }

    public static JsonElement? Structure(this JsonElement element, string name)
    {
        if (element.Member(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Object ? value : throw CostExplorerRefusal.WrongShape(name);
    }

    public static IReadOnlyList<JsonElement>? Items(this JsonElement element, string name)
    {
        if (element.Member(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray()]
            : throw CostExplorerRefusal.WrongShape(name);
    }

    public static IReadOnlyList<string>? Texts(this JsonElement element, string name) =>
        element.Items(name)?.Select(item => item.ValueKind == JsonValueKind.String
            ? item.GetString()!
            : throw CostExplorerRefusal.WrongShape(name)).ToList();

    public static int? WholeNumber(this JsonElement element, string name)
    {
        if (element.Member(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw CostExplorerRefusal.WrongShape(name);
    }
}
