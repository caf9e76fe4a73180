using System.Security.Claims;
using Archera.Client;
using Archera.Contracts.Identity;
using Archera.Contracts.Quarantine;
using Archera.Gateway.Access;
using Archera.Gateway.Problems;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Quarantine;

/// <summary>The operator's routes for claims on accounts that another tenant uses.</summary>
internal static class QuarantineEndpoints
{
    public static void MapQuarantine(this IEndpointRouteBuilder api)
    {
        var claims = api.MapGroup("/operator/claims")
            .RequireAuthorization(AccessPolicies.Operator).WithTags("Operator");
        claims.MapGet("/", ListAsync)
            .WithName("ListQuarantinedClaims").WithSummary("Claims on accounts that another tenant uses")
            .WithDescription("Open ones first, oldest first; then those that were decided or lapsed, newest first.");
        claims.MapPost("/{claimId}/decision", DecideAsync)
            .Accepts<DecideClaim>("application/json")
            .WithName("DecideClaim").WithSummary("Decide about a quarantined claim")
            .WithDescription(
                "Transfer gives the account and its figures to the claimant, whose role is verified anew before it is "
                + "read, and refuses another tenant that owned it; a claimant that owned it keeps it beside its "
                + "payer's tenant. Refuse changes nothing for another tenant that uses the account or its payer; a "
                + "claimant that owned it is not read any more and keeps its figures. Both decisions are kept.")
            .WithMetadata(new ProblemCodes([
                ProblemCatalogue.NotFound, ProblemCatalogue.NotQuarantined, ProblemCatalogue.Offboarding,
                ProblemCatalogue.AccountUnreadable, ProblemCatalogue.BodyTooLarge,
                ProblemCatalogue.UnsupportedMediaType]));
    }

    private static async Task<Ok<IEnumerable<QuarantinedClaimResource>>> ListAsync(
        ArcheraClient client, CancellationToken cancellationToken)
    {
        var claims = await client.Quarantine.ListAsync(cancellationToken);
        return TypedResults.Ok(claims.Select(QuarantinedClaimResource.Of));
    }

    private static async Task<Results<Ok<DecidedResource>, ProblemResult>> DecideAsync(
        string claimId,
        HttpRequest request,
        ClaimsPrincipal user,
        ArcheraClient client,
        CancellationToken cancellationToken)
    {
        var (input, problem) = await RequestBody.ReadJsonAsync(request, ["decision", "reason"]);
        if (input is null)
            return problem!;
        var decision = input.Required<ClaimDecision>(
            "decision", EnumNames.TryParse, $"one of {EnumNames.Of<ClaimDecision>()}");
        var reason = input.Required<string>("reason", DecisionReason.TryParse, DecisionReason.Expected);
        if (input.Problem is { } invalid)
            return invalid;
        if (!ClaimId.TryParse(claimId, out var claim))
            return new ProblemResult(ProblemCatalogue.NotFound);
        var note = new DecisionNote(reason, user.KeyId());
        var answer = await client.Quarantine.DecideAsync(claim, decision, note, cancellationToken);
        return answer.IsGranted
            ? TypedResults.Ok(new DecidedResource(claim.ToString(), answer.Value.Connection))
            : ProblemResult.Of(answer.Refusal);
    }
}
