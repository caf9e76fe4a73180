using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Scalar.AspNetCore;

namespace Archera.Gateway.Documentation;

/// <summary>The API's description and the page that shows it.</summary>
internal static class ApiDescription
{
    public const string DocumentName = "v1";

    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(DocumentName, options =>
        {
            options.CreateSchemaReferenceId = NameOf;
            options.AddSchemaTransformer(SchemaTransformer.ApplyAsync);
            options.AddDocumentTransformer(DocumentTransformer.ApplyAsync);
            options.AddDocumentTransformer(SchemaWording.ApplyAsync);
            options.AddOperationTransformer(OperationTransformer.ApplyAsync);
        });

    /// <summary>Answers are named as the API's own documentation names them: Payer, Costs.</summary>
    private static string? NameOf(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        return name?.EndsWith("Resource", StringComparison.Ordinal) == true ? name[..^"Resource".Length] : name;
    }

    public static void MapApiDescription(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        routes.MapScalarApiReference("/api/docs", options =>
            {
                options.Title = "Archera API";
                options.OpenApiRoutePattern = "/openapi/{documentName}.json";
                KeepInside(options);
            })
            .AddEndpointFilter(DocsPolicy.Apply);
    }

    /// <summary>By default the page loads fonts and offers services from outside.</summary>
    private static void KeepInside(ScalarOptions options) => options
        .WithNonce()
        .DisableDefaultFonts()
        .DisableTelemetry()
        .DisableAgent()
        .DisableMcp()
        .HideDeveloperTools()
        .HideClientButton();
}
