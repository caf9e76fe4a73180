using System.Security.Claims;
using Archera.Client;
using Archera.Contracts.Identity;
using Archera.Gateway.Access;
using Archera.Gateway.Accounts;
using Archera.Gateway.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Onboarding;

/// <summary>What a role grants, against what was used of it.</summary>
internal static class PermissionEndpoints
{
    public static void MapPermissions(this IEndpointRouteBuilder api) =>
        api.MapGet("/payer-accounts/{payerAccount}/permissions", GetAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Onboarding")
            .WithName("GetPermissions").WithSummary("What the role grants, against what was used of it in 90 days")
            .WithDescription("Also the smaller policy to paste, and what each removal would cost.")
            .WithMetadata(ProblemCodes.OfAccount);

    private static async Task<Results<Ok<PermissionsResource>, ProblemResult>> GetAsync(
        string payerAccount, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        if (!PayerAccountKey.TryParse(payerAccount, out var payer))
            return PayerAccountInput.Malformed();
        var answer = await client.PayerAccounts.GetPermissionUseAsync(user.Tenant(), payer, cancellationToken);
        return answer.IsGranted
            ? TypedResults.Ok(PermissionsResource.Of(payer, answer.Value))
            : ProblemResult.Of(answer.Refusal);
    }
}
