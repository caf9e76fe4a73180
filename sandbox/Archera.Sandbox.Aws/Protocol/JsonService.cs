using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>Answers authenticated JSON calls: permission first, then the operation.</summary>
internal static class JsonService
{
    /// <summary>Above this CloudTrail leaves the parameters out.</summary>
    private const int MaxTrailedParameterBytes = 16_384;

    internal static JsonAnswer Answer(
        ServiceProfile service, Func<JsonCall, JsonAnswer> handle, Caller caller, PolicyRequest permission,
        ReadOnlyMemory<byte> body, DateOnly today, bool repeatToken)
    {
        if (Authorization.Refusal(caller, permission) is { } reason)
            return Denied(service.Forbidden(caller, permission.Action, permission.Resources[0], reason));
        using var input = Parse(body);
        return input is null || input.RootElement.ValueKind != JsonValueKind.Object
            ? JsonAnswer.Error(400, "SerializationException", "The request body is not a JSON object.")
            : handle(new JsonCall(caller.AccountId, input.RootElement, today, repeatToken));
    }

    /// <summary>The ARNs under which AWS accepts a grant for the operation.</summary>
    internal static IReadOnlyList<string> Resources(IJsonOperation operation, string region, string account)
    {
        var resource = $"arn:aws:{operation.Service}:{region}:{account}:/{operation.Name()}";
        return operation.Service == "ce" ? [resource, $"arn:aws:billing::{account}:billingview/primary"] : [resource];
    }

    /// <summary>The request as CloudTrail shows it: names in lower camel case.</summary>
    internal static JsonNode? TrailedParameters(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MaxTrailedParameterBytes)
            return new JsonObject { ["omitted"] = true };
        using var input = Parse(body);
        return input is null ? null : LowerCamel(input.RootElement);
    }

    private static JsonAnswer Denied(AwsError error) =>
        JsonAnswer.Error(error.Status, error.Code, error.Message!, error.CapitalMessage);

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body.IsEmpty ? "{}"u8.ToArray() : body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? LowerCamel(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return new JsonArray([.. element.EnumerateArray().Select(LowerCamel)]);
        if (element.ValueKind != JsonValueKind.Object)
            return JsonSerializer.SerializeToNode(element);
        var result = new JsonObject();
        foreach (var property in element.EnumerateObject())
        {
            var name = property.Name.Length == 0 ? "" : char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            result[name] = LowerCamel(property.Value);
        }

        return result;
    }
}
