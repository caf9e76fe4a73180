using System.Security.Claims;
using Archera.Client;
using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Gateway.Access;
using Archera.Gateway.Documentation;
using Archera.Gateway.Operations;
using Archera.Gateway.Problems;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Accounts;

/// <summary>A tenant's payer accounts.</summary>
internal static class PayerAccountEndpoints
{
    private const string Tag = "Payer accounts";

    public static void MapPayerAccounts(this IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("/payer-accounts").RequireAuthorization(AccessPolicies.Tenant).WithTags(Tag);
        accounts.MapPost("/", ClaimAsync)
            .Accepts<ClaimPayerAccount>("application/json")
            .WithName("ClaimPayerAccount").WithSummary("Claim a payer account")
            .WithDescription("201 with the claim and its external id; 200 with the same claim on a repeat.")
            .WithMetadata(new AnswerHeader(201, "Location", "The payer account's address."))
            .WithMetadata(new ProblemCodes([
                ProblemCatalogue.ClaimDiffers, ProblemCatalogue.BodyTooLarge, ProblemCatalogue.UnsupportedMediaType,
                ProblemCatalogue.PartitionNotServed, ProblemCatalogue.TooMany, ProblemCatalogue.AccountUnreadable]));
        accounts.MapGet("/", ListAsync)
            .WithName("ListPayerAccounts").WithSummary("The tenant's payer accounts")
            .WithDescription("One whose stored record is damaged or lost is listed, too: 'problem' says which.");
        accounts.MapGet("/{payerAccount}", GetAsync)
            .WithName("GetPayerAccount").WithSummary("One payer account")
            .WithMetadata(ProblemCodes.OfAccount);
        accounts.MapPut("/{payerAccount}/role", SetRoleAsync)
            .Accepts<SetRole>("application/json")
            .WithName("SetRole").WithSummary("Set the candidate role")
            .WithDescription("The role must lie in the payer account itself. It counts once a verification has passed.")
            .WithMetadata(ProblemCodes.OfAccount, new ProblemCodes([
                ProblemCatalogue.BodyTooLarge, ProblemCatalogue.UnsupportedMediaType,
                ProblemCatalogue.RoleMismatch, ProblemCatalogue.Offboarding]));
        accounts.MapDelete("/{payerAccount}", OffboardAsync)
            .WithoutBody()
            .WithName("Offboard").WithSummary("Take the payer account away, with all that was read from it")
            .WithDescription(
                "202 with the operation, also in Location; while one runs, the same operation. 200 once it has ended: "
                + "its receiptId names the signed receipt, which is all that is kept.")
            .WithMetadata(new AnswerHeader(202, "Location", "The operation's address."))
            .WithMetadata(new ProblemCodes([ProblemCatalogue.NotFound, ProblemCatalogue.AccountUnreadable]));
        accounts.MapRuns();
    }

    private static void MapRuns(this RouteGroupBuilder accounts)
    {
        accounts.MapPost("/{payerAccount}/verification", VerifyAsync)
            .WithoutBody()
            .WithName("Verify").WithSummary("Verify the connection")
            .WithDescription("Starts a run or joins the one that runs; answers within 8 s with the steps so far.")
            .WithMetadata(ProblemCodes.OfAccount, new ProblemCodes([
                ProblemCatalogue.RoleMissing, ProblemCatalogue.Offboarding]));
        accounts.MapGet("/{payerAccount}/verification", GetVerificationAsync)
            .WithName("GetVerification").WithSummary("The newest verification as it stands; no steps before the first")
            .WithMetadata(ProblemCodes.OfAccount);
        accounts.MapPost("/{payerAccount}/external-id", IssueExternalIdAsync)
            .WithoutBody()
            .WithName("IssueExternalId").WithSummary("Issue an external id to replace the one in use")
            .WithDescription(
                "The answer's nextExternalId goes into the role's trust policy. The one in use goes on until a "
                + "verification has passed with the new one, and is never used again from then on. While one waits, a "
                + "repeat answers with that one.")
            .WithMetadata(ProblemCodes.OfAccount, new ProblemCodes([ProblemCatalogue.Offboarding]));
        accounts.MapPost("/{payerAccount}/refresh", RefreshAsync)
            .WithoutBody()
            .WithName("Refresh").WithSummary("Read the account's data from AWS again")
            .WithDescription("202 with the operation, also in Location; while one runs, the same operation.")
            .WithMetadata(new AnswerHeader(202, "Location", "The operation's address."))
            .WithMetadata(ProblemCodes.OfAccount, new ProblemCodes([ProblemCatalogue.NotConnected]));
    }

    private static async Task<Results<Created<PayerResource>, Ok<PayerResource>, ProblemResult>> ClaimAsync(
        HttpRequest request,
        ClaimsPrincipal user,
        ArcheraClient client,
        VendorPrincipals vendor,
        CancellationToken cancellationToken)
    {
        var (input, problem) = await RequestBody.ReadJsonAsync(request, ClaimInput.Members, ClaimInput.ExternalId);
        if (input is null)
            return problem!;
        var (payer, claim) = ClaimInput.Read(input);
        if (input.Problem is { } invalid)
            return invalid;
        if (vendor.Find(payer.Partition) is null)
            return ClaimInput.NotServed(payer.Partition);
        var answer = await client.PayerAccounts.ClaimAsync(user.Tenant(), payer, claim, cancellationToken);
        if (!answer.IsGranted)
            return ProblemResult.Of(answer.Refusal);
        var resource = PayerResource.Of(answer.Value.View, vendor);
        return answer.Value.Created
            ? TypedResults.Created($"/api/v1/payer-accounts/{payer}", resource)
            : TypedResults.Ok(resource);
    }

    private static async Task<Ok<IEnumerable<PayerResource>>> ListAsync(
        ClaimsPrincipal user, ArcheraClient client, VendorPrincipals vendor, CancellationToken cancellationToken)
    {
        var listed = await client.PayerAccounts.ListAsync(user.Tenant(), cancellationToken);
        return TypedResults.Ok(listed.Select(account => PayerResource.Of(account, vendor)));
    }

    private static async Task<Results<Ok<PayerResource>, ProblemResult>> GetAsync(
        string payerAccount,
        ClaimsPrincipal user,
        ArcheraClient client,
        VendorPrincipals vendor,
        CancellationToken cancellationToken)
    {
        if (!PayerAccountKey.TryParse(payerAccount, out var payer))
            return PayerAccountInput.Malformed();
        var answer = await client.PayerAccounts.GetAsync(user.Tenant(), payer, cancellationToken);
        return answer.IsGranted ? TypedResults.Ok(PayerResource.Of(answer.Value, vendor)) : Refused(answer);
    }

    private static async Task<Results<Ok<PayerResource>, ProblemResult>> SetRoleAsync(
        string payerAccount,
        HttpRequest request,
        ClaimsPrincipal user,
        ArcheraClient client,
        VendorPrincipals vendor,
        CancellationToken cancellationToken)
    {
        if (!PayerAccountKey.TryParse(payerAccount, out var payer))
            return PayerAccountInput.Malformed();
        var (input, problem) = await RequestBody.ReadJsonAsync(request, ["roleArn"]);
        if (input is null)
            return problem!;
        var role = input.Required<RoleArn>("roleArn", RoleArn.TryParse, "arn:<partition>:iam::<account>:role/<name>");
        if (input.Problem is { } invalid)
            return invalid;
        var answer = await client.PayerAccounts.SetRoleAsync(user.Tenant(), payer, role, cancellationToken);
        return answer.IsGranted ? TypedResults.Ok(PayerResource.Of(answer.Value, vendor)) : Refused(answer);
    }

    private static async Task<Results<Ok<PayerResource>, ProblemResult>> IssueExternalIdAsync(
        string payerAccount,
        ClaimsPrincipal user,
        ArcheraClient client,
        VendorPrincipals vendor,
        CancellationToken cancellationToken)
    {
        if (!PayerAccountKey.TryParse(payerAccount, out var payer))
            return PayerAccountInput.Malformed();
        var answer = await client.PayerAccounts.IssueExternalIdAsync(user.Tenant(), payer, cancellationToken);
        return answer.IsGranted ? TypedResults.Ok(PayerResource.Of(answer.Value, vendor)) : Refused(answer);
    }

    private static async Task<Results<Ok<VerificationResource>, ProblemResult>> VerifyAsync(
        string payerAccount, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        if (!PayerAccountKey.TryParse(payerAccount, out var payer))
            return PayerAccountInput.Malformed();
        var answer = await client.PayerAccounts.VerifyAsync(user.Tenant(), payer, cancellationToken);
        return answer.IsGranted ? TypedResults.Ok(VerificationResource.Of(answer.Value)) : Refused(answer);
    }

    private static async Task<Results<Ok<VerificationResource>, ProblemResult>> GetVerificationAsync(
        string payerAccount, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        if (!PayerAccountKey.TryParse(payerAccount, out var payer))
            return PayerAccountInput.Malformed();
        var answer = await client.PayerAccounts.GetVerificationAsync(user.Tenant(), payer, cancellationToken);
        return answer.IsGranted ? TypedResults.Ok(VerificationResource.Of(answer.Value)) : Refused(answer);
    }

    private static async Task<Results<Accepted<OperationResource>, ProblemResult>> RefreshAsync(
        string payerAccount, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        if (!PayerAccountKey.TryParse(payerAccount, out var payer))
            return PayerAccountInput.Malformed();
        var answer = await client.PayerAccounts.RefreshAsync(user.Tenant(), payer, cancellationToken);
        return answer.IsGranted
            ? TypedResults.Accepted($"/api/v1/operations/{answer.Value.Id}", OperationResource.Of(answer.Value))
            : Refused(answer);
    }

    private static async Task<Results<Accepted<OperationResource>, Ok<OperationResource>, ProblemResult>> OffboardAsync(
        string payerAccount, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        if (!PayerAccountKey.TryParse(payerAccount, out var payer))
            return PayerAccountInput.Malformed();
        var answer = await client.PayerAccounts.OffboardAsync(user.Tenant(), payer, cancellationToken);
        if (!answer.IsGranted)
            return Refused(answer);
        var operation = OperationResource.Of(answer.Value);
        return answer.Value.EndedAt is null
            ? TypedResults.Accepted($"/api/v1/operations/{answer.Value.Id}", operation)
            : TypedResults.Ok(operation);
    }

    private static ProblemResult Refused<T>(Answer<T> answer)
        where T : class => ProblemResult.Of(answer.Refusal!);
}
