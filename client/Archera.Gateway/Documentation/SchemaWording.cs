using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Archera.Gateway.Documentation;

/// <summary>Joins the lines that a description was wrapped into in the source.</summary>
internal static partial class SchemaWording
{
    public static Task ApplyAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var schema in document.Components?.Schemas?.Values ?? [])
            Unwrap(schema);
        return Task.CompletedTask;
    }

    private static void Unwrap(IOpenApiSchema schema)
    {
        if (schema.Description is { } text)
            schema.Description = LineBreak().Replace(text, " ");

        // What a reference points to is a component, and has its own turn.
        if (schema is not OpenApiSchema own)
            return;
        foreach (var part in (own.Properties?.Values ?? []).Concat(own.OneOf ?? []))
            Unwrap(part);
    }

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineBreak();
}
