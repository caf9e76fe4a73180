using Archera.Sandbox.Aws.Billing;
using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Signing;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>
/// Takes every request to the simulated AWS, counts it, and sees that an answer or a fault goes back.
/// </summary>
internal sealed partial class FrontDoor(
    Router router,
    Authenticator authenticator,
    CallHandler handler,
    AnswerWriter writer,
    FaultSet faultSet,
    CallCounters counters,
    TimeProvider time,
    ILogger<FrontDoor> logger)
{
    private const string UnknownAccount = "unknown";

    internal async Task HandleAsync(HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        var requestId = UniqueId.Request();
        AnswerWriter.Head(context.Response, requestId, time.GetUtcNow());
        if (await RequestReader.ReadAsync(context, cancellationToken) is not { } request)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            context.Response.Headers.Connection = "close";
            counters.Count(UnknownAccount, "unknown", "Unknown", CallOutcome.Failed);
            return;
        }

        var routed = router.Route(request);
        var account = Account(request, routed);
        var faults = faultSet.Draw(routed.Service.SigningName, routed.Operation, account);
        if (faults.Has(FaultKind.Latency) && !await WaitAsync(faults.Span(FaultKind.Latency), cancellationToken))
        {
            counters.Count(account, routed.Service.SigningName, routed.Operation, CallOutcome.Failed);
            return;
        }

        var now = time.GetUtcNow() + faults.Span(FaultKind.ClockSkew);
        AnswerWriter.Head(context.Response, requestId, now);
        if (faults.Has(FaultKind.Html200))
        {
            counters.Count(account, routed.Service.SigningName, routed.Operation, CallOutcome.Failed);
            await AnswerWriter.WriteSignInPageAsync(context.Response, cancellationToken);
            return;
        }

        var answer = Answer(request, routed, faults, requestId, now);
        var outcome =
            faults.SpoilsAnswer && answer.Outcome == CallOutcome.Succeeded ? CallOutcome.Failed : answer.Outcome;
        counters.Count(account, routed.Service.SigningName, routed.Operation, outcome);
        await writer.WriteAsync(context, answer, faults, cancellationToken);
    }

    /// <summary>False when the caller went away meanwhile.</summary>
    private async Task<bool> WaitAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(span, time, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private WireAnswer Answer(
        WireRequest request, RoutedCall routed, DrawnFaults faults, string requestId, DateTimeOffset now)
    {
        try
        {
            return handler.Handle(request, routed, faults, requestId, now);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogBroken(routed.Service.SigningName, routed.Operation, requestId, exception);
            return ErrorBody.Render(routed.Service, routed.Service.InternalFailure, requestId);
        }
    }

    /// <summary>
    /// The account that the call is about: the target role's for AssumeRole, else the one that claims to call.
    /// </summary>
    private string Account(WireRequest request, RoutedCall routed) =>
        (routed.Operation == "AssumeRole" && routed.Form?["RoleArn"] is { } arn ? RoleArn.TryParse(arn)?.AccountId
            : null)
        ?? authenticator.ClaimedAccount(request)
        ?? UnknownAccount;

    [LoggerMessage(LogLevel.Error, "The simulated AWS failed in {Service}:{Operation}, request {RequestId}")]
    private partial void LogBroken(string service, string operation, string requestId, Exception exception);
}
