using System.Security.Claims;
using Archera.Client;
using Archera.Contracts.Identity;
using Archera.Gateway.Access;
using Archera.Gateway.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Operations;

/// <summary>Long-running work.</summary>
internal static class OperationEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder api) =>
        api.MapGet("/operations/{id}", GetAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Operations")
            .WithName("GetOperation").WithSummary("How an operation stands")
            .WithMetadata(ProblemCodes.OfAccount);

    private static async Task<Results<Ok<OperationResource>, ProblemResult>> GetAsync(
        string id, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        // Operation ids are ours to make up: one that can't be read is simply not there.
        if (!OperationId.TryParse(id, out var operation))
            return new ProblemResult(ProblemCatalogue.NotFound);
        var answer = await client.Operations.GetAsync(user.Tenant(), operation, cancellationToken);
        return answer.IsGranted
            ? TypedResults.Ok(OperationResource.Of(answer.Value))
            : ProblemResult.Of(answer.Refusal);
    }
}
