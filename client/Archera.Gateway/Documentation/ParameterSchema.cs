using System.Text.Json.Nodes;
using Archera.Client.Keys;
using Archera.Gateway.Requests;
using Microsoft.OpenApi;

namespace Archera.Gateway.Documentation;

/// <summary>Parameters as the description shows them, bounds included.</summary>
internal static class ParameterSchema
{
    public static OpenApiParameter Of(QueryParameter parameter)
    {
        var value = new OpenApiSchema
        {
            Type = parameter.IsBoolean ? JsonSchemaType.Boolean : JsonSchemaType.String,
            Format = parameter.Format,
            Pattern = parameter.Pattern,
            MaxLength = parameter.MaxLength,
            Default = parameter.Default?.DeepClone(),
            Enum = parameter.Values.Count == 0 ? null : [.. parameter.Values.Select(name => JsonValue.Create(name)!)],
        };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Required = parameter.Required,
            Description = parameter.Description,
            Style = ParameterStyle.Form,
            Explode = true,
            Schema = parameter.Repeats
                ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value, MaxItems = parameter.MaxItems }
                : value,
        };
    }

    public static OpenApiParameter IdempotencyKey(string name) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = "1 to 255 printable ASCII characters. A repeat with the same name returns the same answer.",
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            MinLength = 1,
            MaxLength = IdempotencySeed.MaxLength,
            Pattern = "^[ -~]+$",
        },
    };

    public static void DescribePath(OpenApiParameter parameter)
    {
        if (parameter.In != ParameterLocation.Path)
            return;
        var (description, pattern) = parameter.Name switch
        {
            "payerAccount" => (
                "The payer account's key, such as aws:111122223333.", "^(aws|aws-us-gov|aws-cn):[0-9]{12}$"),
            "claimId" => (
                "The claim's id, as the list gives it.", "^(aws|aws-us-gov|aws-cn):[0-9]{12}\\.t-[a-z0-9]{8,32}$"),
            "tenantId" => ("The tenant's id.", "^t-[a-z0-9]{8,32}$"),
            "keyId" => ("The key's public id.", "^[A-Za-z0-9]{8}$"),
            "code" => ("The problem's code.", "^[a-z-]{1,64}$"),
            _ => ("The id.", "^[!-~]{1,64}$"),
        };
        parameter.Description = description;
        parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = pattern };
    }
}
