using Microsoft.AspNetCore.Diagnostics;

namespace Archera.Gateway.Problems;

/// <summary>
/// Turns what was thrown into a problem without a word of the exception. A silent cluster is 503, never 500.
/// </summary>
internal sealed partial class FailureHandler(ILogger<FailureHandler> log) : IExceptionHandler
{
    private const string Unread =
        "The body could not be read. Send it whole, as it was announced, without long pauses.";

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
            return true;
        var problem = TypeOf(exception);
        if (problem == ProblemCatalogue.InternalError)
            LogFailure(exception, EndpointOf(httpContext));
        else if (problem == ProblemCatalogue.Unavailable)
            LogUnavailable(exception, EndpointOf(httpContext));
        var detail = problem == ProblemCatalogue.Invalid ? Unread : null;
        await new ProblemResult(problem, detail).ExecuteAsync(httpContext);
        return true;
    }

    // Before the handler is asked, the context has forgotten its endpoint.
    private static string EndpointOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName ?? "A request without an endpoint";

    internal static ProblemType TypeOf(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => ProblemCatalogue.BodyTooLarge,
        BadHttpRequestException => ProblemCatalogue.Invalid,
        TimeoutException or OperationCanceledException or OrleansException => ProblemCatalogue.Unavailable,
        AggregateException { InnerException: { } inner } => TypeOf(inner),
        _ => ProblemCatalogue.InternalError,
    };

    [LoggerMessage(1, LogLevel.Error, "{Endpoint} failed")]
    private partial void LogFailure(Exception exception, string endpoint);

    [LoggerMessage(2, LogLevel.Warning, "{Endpoint} got no answer from the cluster")]
    private partial void LogUnavailable(Exception exception, string endpoint);
}
