using Archera.Client;
using Archera.Client.Keys;
using Archera.Contracts.Identity;
using Archera.Gateway.Access;
using Archera.Gateway.Problems;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Tenants;

/// <summary>The operator's routes: tenants and their keys.</summary>
internal static class TenantEndpoints
{
    public const string IdempotencyKeyHeader = "Idempotency-Key";

    public static void MapTenants(this IEndpointRouteBuilder api)
    {
        var tenants = api.MapGroup("/operator/tenants")
            .RequireAuthorization(AccessPolicies.Operator).WithTags("Operator");
        tenants.MapPost("/", CreateAsync)
            .Accepts<CreateTenant>("application/json")
            .WithName("CreateTenant").WithSummary("Create a tenant with its first API key")
            .WithDescription("With an Idempotency-Key a repeat returns the same answer, key included.")
            .WithMetadata(new ProblemCodes([
                ProblemCatalogue.BodyTooLarge, ProblemCatalogue.UnsupportedMediaType,
                ProblemCatalogue.IdempotencyKeyReused, ProblemCatalogue.TooMany]));
        tenants.MapGet("/", ListAsync)
            .WithName("ListTenants").WithSummary("All tenants");
        tenants.MapPost("/{tenantId}/keys", AddKeyAsync)
            .WithoutBody()
            .WithName("CreateKey").WithSummary("A further API key for a tenant")
            .WithMetadata(new ProblemCodes([ProblemCatalogue.NotFound, ProblemCatalogue.TooMany]));
        tenants.MapDelete("/{tenantId}/keys/{keyId}", RevokeKeyAsync)
            .WithName("RevokeKey").WithSummary("Revoke an API key for good")
            .WithMetadata(new ProblemCodes([ProblemCatalogue.NotFound]));
    }

    private static async Task<Results<Created<TenantCreatedResource>, ProblemResult>> CreateAsync(
        HttpRequest request, ArcheraClient client, OperatorKey operatorKey, CancellationToken cancellationToken)
    {
        var (input, problem) = await RequestBody.ReadJsonAsync(request, ["name"]);
        if (input is null)
            return problem!;
        var name = input.Required<string>("name", TenantName.TryParse, TenantName.Expected);
        var seed = ReadSeed(request, operatorKey, input.Errors);
        if (input.Problem is { } invalid)
            return invalid;
        var answer = await client.Tenants.CreateAsync(name, seed, cancellationToken);
        if (!answer.IsGranted)
            return ProblemResult.Of(answer.Refusal);
        var (tenant, key) = answer.Value;
        return TypedResults.Created(
            (string?)null, new TenantCreatedResource(tenant.Id.Value, tenant.Name, key.Reveal()));
    }

    private static async Task<Ok<IEnumerable<TenantResource>>> ListAsync(
        ArcheraClient client, CancellationToken cancellationToken)
    {
        var tenants = await client.Tenants.ListAsync(cancellationToken);
        return TypedResults.Ok(tenants.Select(TenantResource.Of));
    }

    private static async Task<Results<Created<KeyCreatedResource>, ProblemResult>> AddKeyAsync(
        string tenantId, ArcheraClient client, CancellationToken cancellationToken)
    {
        if (!TenantId.TryParse(tenantId, out var tenant))
            return new ProblemResult(ProblemCatalogue.NotFound);
        var answer = await client.Tenants.AddKeyAsync(tenant, cancellationToken);
        if (!answer.IsGranted)
            return ProblemResult.Of(answer.Refusal);
        var key = answer.Value.Key;
        return TypedResults.Created((string?)null, new KeyCreatedResource(tenant.Value, key.Id, key.Reveal()));
    }

    private static async Task<Results<NoContent, ProblemResult>> RevokeKeyAsync(
        string tenantId, string keyId, ArcheraClient client, CancellationToken cancellationToken)
    {
        if (!TenantId.TryParse(tenantId, out var tenant) || !ApiKey.IsId(keyId))
            return new ProblemResult(ProblemCatalogue.NotFound);
        var answer = await client.Tenants.RevokeKeyAsync(tenant, keyId, cancellationToken);
        return answer.IsGranted ? TypedResults.NoContent() : ProblemResult.Of(answer.Refusal);
    }

    private static IdempotencySeed? ReadSeed(HttpRequest request, OperatorKey operatorKey, FieldErrors errors)
    {
        var values = request.Headers[IdempotencyKeyHeader];
        if (values.Count == 0)
            return null;
        if (values is [{ } key] && IdempotencySeed.IsValid(key))
            return operatorKey.SeedFor(key);
        errors.Add(IdempotencyKeyHeader, "Expected once, 1 to 255 printable ASCII characters.");
        return null;
    }
}
