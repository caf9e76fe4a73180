using System.Globalization;
using Archera.Gateway.Problems;
using Archera.Gateway.Requests;
using Archera.Gateway.Tenants;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Archera.Gateway.Documentation;

/// <summary>
/// What the description says of one endpoint beyond its types: who may call it, parameters, problems.
/// </summary>
internal static class OperationTransformer
{
    private static readonly Dictionary<string, OpenApiMediaType> NoContent = [];

    public static Task ApplyAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var document = context.Document!;
        var problems = metadata.OfType<ProblemCodes>().SelectMany(codes => codes.Types).ToList();
        if (metadata.OfType<IAuthorizeData>().FirstOrDefault()?.Policy is { } policy)
        {
            operation.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(policy, document)] = [] },
            ];
            problems.AddRange(
            [
                ProblemCatalogue.Invalid, ProblemCatalogue.Unauthenticated, ProblemCatalogue.Forbidden,
                ProblemCatalogue.InternalError, ProblemCatalogue.Unavailable,
            ]);
        }

        AddParameters(operation, metadata);
        AddHeaders(operation, metadata.OfType<AnswerHeader>());
        AddProblems(operation, problems, document);
        DescribeText(operation);
        return Task.CompletedTask;
    }

    /// <summary>Text is text, whatever the same answer is as JSON.</summary>
    private static void DescribeText(OpenApiOperation operation)
    {
        foreach (var content in operation.Responses!.Values.SelectMany(response => response.Content ?? NoContent))
        {
            if (content.Key == "text/csv" && content.Value is OpenApiMediaType media)
                media.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        }
    }

    private static void AddParameters(OpenApiOperation operation, IList<object> metadata)
    {
        operation.Parameters ??= [];
        foreach (var parameter in metadata.OfType<QueryParameters>().SelectMany(parameters => parameters.All))
            operation.Parameters.Add(ParameterSchema.Of(parameter));
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
            ParameterSchema.DescribePath(parameter);
        if (operation.OperationId == "CreateTenant")
            operation.Parameters.Add(ParameterSchema.IdempotencyKey(TenantEndpoints.IdempotencyKeyHeader));
    }

    private static void AddHeaders(OpenApiOperation operation, IEnumerable<AnswerHeader> headers)
    {
        operation.Responses ??= [];
        foreach (var byStatus in headers.GroupBy(header => header.Status))
        {
            var status = byStatus.Key.ToString(CultureInfo.InvariantCulture);
            operation.Responses.TryAdd(
                status, new OpenApiResponse { Description = ReasonPhrases.GetReasonPhrase(byStatus.Key) });
            ((OpenApiResponse)operation.Responses[status]).Headers = byStatus.ToDictionary(
                header => header.Name,
                IOpenApiHeader (header) => new OpenApiHeader
                {
                    Description = header.Description,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
        }
    }

    private static void AddProblems(
        OpenApiOperation operation, IEnumerable<ProblemType> problems, OpenApiDocument document)
    {
        operation.Responses ??= [];
        foreach (var byStatus in problems.GroupBy(problem => problem.Status).OrderBy(group => group.Key))
        {
            operation.Responses[byStatus.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = string.Join("\n", byStatus.Select(problem => $"`{problem.Code}`: {problem.Title}")),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ProblemResult.ContentType] = new()
                    {
                        Schema = new OpenApiSchemaReference(nameof(Problem), document),
                    },
                },
            };
        }
    }
}
