using System.Security.Claims;
using Archera.Client;
using Archera.Gateway.Access;
using Archera.Gateway.Problems;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Events;

/// <summary>What happened to a tenant's connections without its asking, and with it.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api) =>
        api.MapGet("/events", ListAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Events")
            .WithName("ListEvents").WithSummary("What happened to the tenant's connections, oldest first")
            .WithDescription(
                "Ask with 'after' the last number you know. When 'oldest' is higher than that number plus one, the "
                + "events between are gone: read the payer accounts instead.")
            .WithMetadata(EventParameters.All);

    private static async Task<Results<Ok<EventsResource>, ProblemResult>> ListAsync(
        HttpRequest request, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var parameters = EventParameters.Read(request.Query, errors);
        if (errors.Any)
            return ProblemResult.Of(errors);
        var events = await client.Events.ListAsync(
            user.Tenant(), parameters.After, parameters.Limit, cancellationToken);
        return TypedResults.Ok(EventsResource.Of(events));
    }
}
