using System.Diagnostics;
using System.Globalization;
using Archera.Contracts;
using Archera.Gateway.Costs;
using Archera.Gateway.Requests;

namespace Archera.Gateway.Problems;

/// <summary>Answers with a problem of the catalogue.</summary>
internal sealed class ProblemResult(ProblemType type, string? detail = null) : IResult
{
    public const string ContentType = "application/problem+json";

    /// <summary>
    /// When to come back after the cluster did not answer: about the time it takes to replace a lost silo.
    /// </summary>
    public const int RetryAfterSeconds = 5;

    public ProblemType Type { get; } = type;

    public FieldErrors? Errors { get; init; }

    public CompletenessResource? Completeness { get; init; }

    public static ProblemResult Of(FieldErrors errors) => new(ProblemCatalogue.Invalid) { Errors = errors };

    /// <summary>Not found never carries the refusal's own words: all of them must be the same bytes.</summary>
    public static ProblemResult Of(Refusal refusal)
    {
        var type = ProblemCatalogue.Of(refusal);
        if (type == ProblemCatalogue.NotFound)
            return new ProblemResult(type);
        var errors = refusal.Field is { } field ? FieldErrors.Of(field, refusal.Message) : null;
        return new ProblemResult(type, refusal.Message) { Errors = errors };
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Type.Status;
        response.Headers.CacheControl = "no-store";
        if (Type == ProblemCatalogue.Unauthenticated)
            response.Headers.WWWAuthenticate = "Bearer realm=\"archera\"";
        if (Type == ProblemCatalogue.Unavailable)
            response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        if (Completeness is { } completeness)
            response.Headers[CompletenessHeader.Name] = CompletenessHeader.Of(completeness);
        await response.WriteAsJsonAsync(
            BodyFor(httpContext), options: null, contentType: ContentType, httpContext.RequestAborted);
    }

    private Problem BodyFor(HttpContext context) => new(
        Type.Type,
        Type.Title,
        Type.Status,
        detail ?? Type.Remedy,
        Type.Code,
        Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier)
    {
        Errors = Errors?.ByField,
        Completeness = Completeness,
    };
}
