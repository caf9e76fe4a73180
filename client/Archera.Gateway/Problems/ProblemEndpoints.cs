using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Problems;

/// <summary>The page behind each problem's <c>type</c>.</summary>
internal static class ProblemEndpoints
{
    public static void MapProblems(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/problems", () => TypedResults.Ok(ProblemCatalogue.Types))
            .WithName("ListProblemTypes").WithTags("Problems").WithSummary("Every problem that the API answers with");
        routes.MapGet("/problems/{code}", Get)
            .WithName("GetProblemType").WithTags("Problems").WithSummary("One problem and what to do about it")
            .WithMetadata(new ProblemCodes([ProblemCatalogue.NotFound]));
    }

    private static Results<Ok<ProblemType>, ProblemResult> Get(string code) =>
        ProblemCatalogue.Find(code) is { } type
            ? TypedResults.Ok(type)
            : new ProblemResult(ProblemCatalogue.NotFound);
}
