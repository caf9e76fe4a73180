using Archera.Gateway.Access;
using Archera.Gateway.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Archera.Gateway.Documentation;

/// <summary>What the description says of the API as a whole.</summary>
internal static class DocumentTransformer
{
    public static async Task ApplyAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "Archera";
        document.Info.Version = "1";
        document.Info.Description = Introduction;
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [AccessPolicies.Tenant] = Scheme("A tenant's API key. It decides whose data is seen."),
            [AccessPolicies.Operator] = Scheme("The operator's key, for /api/v1/operator only."),
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), cancellationToken: cancellationToken);
        problem.Properties!["completeness"] = new OpenApiSchemaReference("Completeness", document);
        document.Components.Schemas[nameof(Problem)] = problem;
    }

    private const string Introduction =
        "AWS costs of a tenant's payer accounts, read through External-ID roles. Amounts are decimal text, days are "
        + "UTC, ranges are half-open (start inclusive, end exclusive). Errors are problem details (RFC 9457) with a "
        + "stable 'code'; what belongs to another tenant is answered exactly as what does not exist.";

    private static OpenApiSecurityScheme Scheme(string description) => new()
    {
        Type = SecuritySchemeType.Http,
        Scheme = "bearer",
        BearerFormat = "arc_<8-character id>_<32-character secret>",
        Description = description,
    };
}
