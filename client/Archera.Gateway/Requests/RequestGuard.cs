using Archera.Gateway.Problems;

namespace Archera.Gateway.Requests;

/// <summary>Endpoint filters that refuse what an endpoint does not take, before the endpoint runs.</summary>
internal static class RequestGuard
{
    /// <summary>Refuses unknown query parameters and repeated ones that have a single value.</summary>
    public static async ValueTask<object?> KnownQueryOnly(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var known = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>() ?? QueryParameters.None;
        var errors = Check(request.Query, known);
        return errors.Any ? ProblemResult.Of(errors) : await next(context);
    }

    /// <summary>Refuses a body, and says so in the description.</summary>
    public static RouteHandlerBuilder WithoutBody(this RouteHandlerBuilder endpoint) => endpoint
        .AddEndpointFilter(NoBody)
        .WithMetadata(new ProblemCodes([ProblemCatalogue.BodyTooLarge]));

    private static async ValueTask<object?> NoBody(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await RequestBody.RefuseAsync(context.HttpContext.Request) is { } problem ? problem : await next(context);

    internal static FieldErrors Check(IQueryCollection query, QueryParameters known)
    {
        var errors = new FieldErrors();
        foreach (var (name, values) in query)
        {
            var parameter = known.All.FirstOrDefault(candidate => candidate.Name == name);
            if (parameter is null)
                errors.Add(name, Unknown(known));
            else if (values.Count > 1 && !parameter.Repeats)
                errors.Add(name, "Give it once.");
        }

        return errors;
    }

    private static string Unknown(QueryParameters known) => known.All.Count == 0
        ? "Unknown: the request takes no parameters."
        : $"Unknown. Known are: {string.Join(", ", known.All.Select(parameter => parameter.Name))}.";
}
