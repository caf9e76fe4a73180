using System.Security.Claims;
using Archera.Client;
using Archera.Contracts.Identity;
using Archera.Gateway.Access;
using Archera.Gateway.Accounts;
using Archera.Gateway.Documentation;
using Archera.Gateway.Operations;
using Archera.Gateway.Problems;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Backfill;

/// <summary>The past of a payer account, at a price that is named first.</summary>
internal static class BackfillEndpoints
{
    public static void MapBackfill(this IEndpointRouteBuilder api)
    {
        var backfill = api.MapGroup("/payer-accounts/{payerAccount}/backfill")
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Payer accounts")
            .WithMetadata(ProblemCodes.OfAccount, new ProblemCodes([ProblemCatalogue.NotConnected]));
        backfill.MapGet("/", GetAsync)
            .WithName("GetBackfill").WithSummary("What the account's past costs to read, and how that stands")
            .WithDescription(
                "AWS answers for this month and thirteen before it, and charges for each page. How many pages there "
                + "are only reading them tells: calls are planned from the rows a day and the rows a page of what was "
                + "read so far.");
        backfill.MapPost("/", StartAsync)
            .WithoutBody()
            .WithName("Backfill").WithSummary("Read the account's past")
            .WithDescription(
                "202 with the operation, also in Location. It is started once: a repeat answers with the same "
                + "operation, however it stands.")
            .WithMetadata(new AnswerHeader(202, "Location", "The operation's address."));
    }

    private static async Task<Results<Ok<BackfillResource>, ProblemResult>> GetAsync(
        string payerAccount, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        if (!PayerAccountKey.TryParse(payerAccount, out var payer))
            return PayerAccountInput.Malformed();
        var answer = await client.PayerAccounts.GetBackfillAsync(user.Tenant(), payer, cancellationToken);
        return answer.IsGranted
            ? TypedResults.Ok(BackfillResource.Of(answer.Value))
            : ProblemResult.Of(answer.Refusal);
    }

    private static async Task<Results<Accepted<OperationResource>, ProblemResult>> StartAsync(
        string payerAccount, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        if (!PayerAccountKey.TryParse(payerAccount, out var payer))
            return PayerAccountInput.Malformed();
        var answer = await client.PayerAccounts.BackfillAsync(user.Tenant(), payer, cancellationToken);
        return answer.IsGranted
            ? TypedResults.Accepted($"/api/v1/operations/{answer.Value.Id}", OperationResource.Of(answer.Value))
            : ProblemResult.Of(answer.Refusal);
    }
}
