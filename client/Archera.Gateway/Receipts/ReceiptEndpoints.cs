using System.Security.Claims;
using Archera.Client;
using Archera.Gateway.Access;
using Archera.Gateway.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Receipts;

/// <summary>The receipts of a tenant's offboardings.</summary>
internal static class ReceiptEndpoints
{
    private const string Tag = "Receipts";

    public static void MapReceipts(this IEndpointRouteBuilder api)
    {
        var receipts = api.MapGroup("").RequireAuthorization(AccessPolicies.Tenant).WithTags(Tag);
        receipts.MapGet("/receipts", ListAsync)
            .WithName("ListReceipts").WithSummary("The receipts of the tenant's offboardings, newest first")
            .WithDescription("The newest 1,000 are kept.");
        receipts.MapGet("/receipts/{id}", GetAsync)
            .WithName("GetReceipt").WithSummary("A signed receipt")
            .WithDescription("The signature is over the bytes of payload, as they are.")
            .WithMetadata(new ProblemCodes([ProblemCatalogue.NotFound]));
        receipts.MapGet("/receipt-keys", ListKeysAsync)
            .WithName("ListReceiptKeys").WithSummary("The public keys of all receipts ever signed, newest first");
    }

    private static async Task<Ok<IEnumerable<ReceiptEntryResource>>> ListAsync(
        ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        var receipts = await client.Receipts.ListAsync(user.Tenant(), cancellationToken);
        return TypedResults.Ok(receipts.Select(ReceiptEntryResource.Of));
    }

    private static async Task<Results<Ok<ReceiptResource>, ProblemResult>> GetAsync(
        string id, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        var answer = await client.Receipts.GetAsync(user.Tenant(), id, cancellationToken);
        return answer.IsGranted
            ? TypedResults.Ok(ReceiptResource.Of(answer.Value))
            : ProblemResult.Of(answer.Refusal);
    }

    private static async Task<Ok<IEnumerable<ReceiptKeyResource>>> ListKeysAsync(
        ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        var keys = await client.Receipts.ListKeysAsync(user.Tenant(), cancellationToken);
        return TypedResults.Ok(keys.Select(ReceiptKeyResource.Of));
    }
}
