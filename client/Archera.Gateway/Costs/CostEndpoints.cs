using System.Security.Claims;
using Archera.Client;
using Archera.Gateway.Access;
using Archera.Gateway.Documentation;
using Archera.Gateway.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Costs;

/// <summary>Cost reports.</summary>
internal static class CostEndpoints
{
    public static void MapCosts(this IEndpointRouteBuilder api) =>
        api.MapGet("/costs", GetAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Costs")
            .WithName("GetCosts").WithSummary("The tenant's costs over all its payer accounts")
            .WithDescription(
                "Amounts are exact decimal text. Every answer says whether it is whole, in 'completeness' and in the "
                + "header Archera-Completeness. The ETag hashes the whole answer; send it as If-None-Match to get 304.")
            .WithMetadata(
                new AnswerHeader(200, "ETag", "The hash of the whole answer, completeness included."),
                new AnswerHeader(200, CompletenessHeader.Name, CompletenessHeader.Example),
                new AnswerHeader(304, "ETag", "The same hash: nothing has changed, completeness included."))
            .WithMetadata(CostParameters.All, new ProblemCodes([
                ProblemCatalogue.NotFound, ProblemCatalogue.Incomplete, ProblemCatalogue.UnsupportedGrouping,
                ProblemCatalogue.TooManyRows, ProblemCatalogue.InexactSum]));

    private static async Task<Results<CostsResult, ProblemResult>> GetAsync(
        HttpRequest request, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        var reader = new CostQueryReader(request.Query);
        var query = reader.Read();
        var requireComplete = reader.RequireComplete;
        if (reader.Errors.Any)
            return ProblemResult.Of(reader.Errors);
        var answer = await client.Costs.GetAsync(user.Tenant(), query, cancellationToken);
        if (!answer.IsGranted)
            return ProblemResult.Of(answer.Refusal);
        var costs = CostsResource.Of(query, answer.Value);
        return requireComplete && !costs.Completeness.IsComplete
            ? new ProblemResult(ProblemCatalogue.Incomplete) { Completeness = costs.Completeness }
            : new CostsResult(costs);
    }
}
