using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Archera.Gateway.Documentation;

/// <summary>Says of enums that they are text: the exporter lists their values and leaves the type open.</summary>
internal static class SchemaTransformer
{
    public static Task ApplyAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type.IsEnum)
            schema.Type = JsonSchemaType.String;
        return Task.CompletedTask;
    }
}
