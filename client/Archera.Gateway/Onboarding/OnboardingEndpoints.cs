using System.Security.Claims;
using Archera.Client;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Gateway.Access;
using Archera.Gateway.Accounts;
using Archera.Gateway.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Onboarding;

/// <summary>The role that a claim asks for, in every language that customers create roles in.</summary>
internal static class OnboardingEndpoints
{
    private const string Tag = "Onboarding";

    private static readonly ProblemCodes Problems = new([ProblemCatalogue.PartitionNotServed]);

    public static void MapOnboarding(this IEndpointRouteBuilder api)
    {
        var onboarding = api.MapGroup("/payer-accounts/{payerAccount}/onboarding")
            .RequireAuthorization(AccessPolicies.Tenant).WithTags(Tag).WithMetadata(ProblemCodes.OfAccount, Problems);
        foreach (var kind in TemplateKind.All)
        {
            onboarding.MapGet($"/{kind.FileName}", AnswerAsync(kind))
                .WithName(kind.Operation).WithSummary(kind.Summary)
                .WithDescription("Filled in for this claim: it holds the external id.")
                .Produces<string>(StatusCodes.Status200OK, kind.ContentType);
        }

        onboarding.MapGet("/permissions.json", GetPermissionsAsync)
            .WithName("GetOnboarding")
            .WithSummary("The role as data: policies to paste, and every action with its reason");
    }

    private static Func<string, ClaimsPrincipal, ArcheraClient, VendorPrincipals, CancellationToken, Task<IResult>>
        AnswerAsync(TemplateKind kind) => async (payerAccount, user, client, vendor, cancellationToken) =>
    {
        var (role, problem) = await FindAsync(payerAccount, user, client, vendor, cancellationToken);
        if (role is null)
            return problem!;
        return kind.ForPayersOnly && role.Rights.Mode != ConnectionMode.Payer
            ? new ProblemResult(ProblemCatalogue.NotFound)
            : new TemplateResult(kind, role);
    };

    private static async Task<Results<Ok<OnboardingResource>, ProblemResult>> GetPermissionsAsync(
        string payerAccount,
        ClaimsPrincipal user,
        ArcheraClient client,
        VendorPrincipals vendor,
        PublishedTemplates published,
        CancellationToken cancellationToken)
    {
        var (role, problem) = await FindAsync(payerAccount, user, client, vendor, cancellationToken);
        return role is null ? problem! : TypedResults.Ok(OnboardingResource.Of(role, published));
    }

    /// <summary>The blueprint of the tenant's own claim, or why there is none.</summary>
    private static async Task<(RoleBlueprint? Role, ProblemResult? Problem)> FindAsync(
        string payerAccount,
        ClaimsPrincipal user,
        ArcheraClient client,
        VendorPrincipals vendor,
        CancellationToken cancellationToken)
    {
        if (!PayerAccountKey.TryParse(payerAccount, out var payer))
            return (null, PayerAccountInput.Malformed());
        var answer = await client.PayerAccounts.GetAsync(user.Tenant(), payer, cancellationToken);
        if (!answer.IsGranted)
            return (null, ProblemResult.Of(answer.Refusal));
        var view = answer.Value;
        if (vendor.Find(payer.Partition) is not { } principal)
            return (null, ClaimInput.NotServed(payer.Partition));
        // A new external id is issued to be put into the role: from then on the templates hold that one.
        var externalId = view.NextExternalId ?? view.ExternalId;
        return (new RoleBlueprint(payer, new RoleRights(view.Tier, view.Mode), principal, externalId), null);
    }
}
