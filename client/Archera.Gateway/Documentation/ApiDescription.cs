using Scalar.AspNetCore;

namespace Archera.Gateway.Documentation;

/// <summary>The API's description and the page that shows it.</summary>
internal static class ApiDescription
{
    public const string DocumentName = "v1";

    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(DocumentName, options =>
        {
            options.AddDocumentTransformer(DocumentTransformer.ApplyAsync);
            options.AddOperationTransformer(OperationTransformer.ApplyAsync);
        });

    public static void MapApiDescription(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        routes.MapScalarApiReference("/api/docs", options =>
        {
            options.Title = "Archera API";
            options.OpenApiRoutePattern = "/openapi/{documentName}.json";
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.HideClientButton = true;
        });
    }
}
