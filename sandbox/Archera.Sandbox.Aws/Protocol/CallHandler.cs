using System.Xml.Linq;
using Archera.Sandbox.Aws.Billing;
using Archera.Sandbox.Aws.CloudTrail;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.Sandbox.Aws.Ec2;
using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Listed;
using Archera.Sandbox.Aws.Protocol.Shapes;
using Archera.Sandbox.Aws.Regions;
using Archera.Sandbox.Aws.Signing;
using Archera.Sandbox.Aws.Throttling;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>
/// One call from signature to answer, in AWS's order: who calls, whether the service has room, whether the caller
/// may, what the answer is; then the bill and the event.
/// </summary>
internal sealed class CallHandler(
    Authenticator authenticator,
    RequestThrottle throttle,
    RequestBill bill,
    Trail trail,
    AccountRegions regions,
    SimulatedClock clock)
{
    internal WireAnswer Handle(
        WireRequest request, RoutedCall routed, DrawnFaults faults, string requestId, DateTimeOffset now)
    {
        var service = routed.Service;
        if (routed.DispatchError is { } dispatch)
            return ErrorBody.Render(service, dispatch, requestId, atDispatch: true);
        var (caller, region, refusal) = authenticator.Authenticate(request, service, now);
        if (refusal is not null)
            return ErrorBody.Render(service, service.Error(refusal), requestId);

        var call = new AcceptedCall(request, routed, caller!, region!, requestId, now);
        if (faults.Has(FaultKind.Throttle) || !HasRoom(call, faults))
            return Refuse(call, ThrottleError(service, requestId), CallOutcome.Throttled);
        if (faults.Has(FaultKind.Error500))
            return Refuse(call, service.InternalFailure, CallOutcome.Failed);
        if (routed.Operation == "AssumeRole" && (faults.Has(FaultKind.RegionDisabled) || IsSwitchedOff(call)))
            return Refuse(call, RegionDisabled(routed.Form!["RoleArn"]), CallOutcome.Failed);
        if (faults.Has(FaultKind.NotSubscribed) && service.Protocol == WireProtocol.Ec2)
            return Refuse(call, Ec2Errors.NotSubscribed, CallOutcome.Failed);
        if (faults.Has(FaultKind.DataUnavailable) && service.SigningName == ServiceProfile.CostExplorer.SigningName)
            return Refuse(call, CostExplorerErrors.DataUnavailable, CallOutcome.Failed);
        return routed.Json is { } operation ? AnswerJson(call, operation, faults)
            : routed.Query is { } query ? AnswerQuery(call, query, faults)
            : routed.Shaped is { } shaped ? AnswerShaped(call, shaped, faults)
            : routed.Rest is { } rest ? AnswerRest(call, rest, faults)
            : AnswerListed(call, routed.Listed!);
    }

    /// <summary>By the true time: a clock skewed for a while would leave the bucket empty until it is past.</summary>
    private bool HasRoom(AcceptedCall call, DrawnFaults faults) => throttle.Admit(
        call.Caller.AccountId,
        call.Region,
        call.Routed.Service.SigningName
            + (call.Routed.Service.QuotaSharedByAllApis ? "" : ":" + Bucket(call.Routed).Api),
        Bucket(call.Routed).Quota,
        call.Now - faults.Span(FaultKind.ClockSkew));

    private static RequestBucket Bucket(RoutedCall routed) =>
        routed.Query?.BucketOf(routed.Form!)
        ?? new RequestBucket(routed.Operation, routed.Shaped?.Quota ?? routed.Service.Quota);

    /// <summary>A role is taken only where its own account has the region switched on.</summary>
    private bool IsSwitchedOff(AcceptedCall call) =>
        RoleArn.TryParse(call.Routed.Form!["RoleArn"] ?? "") is { } role
        && !regions.IsEnabled(role.AccountId, call.Region);

    private static AwsError RegionDisabled(string? roleArn) => new(
        403,
        "RegionDisabledException",
        $"STS is not activated in this region for account:{RoleArn.TryParse(roleArn ?? "")?.AccountId}. Your "
        + "account administrator can activate STS in this region using the IAM Console.");

    private static AwsError ThrottleError(ServiceProfile service, string requestId) =>
        service.AlsoThrottled is { } other && requestId[0] % 2 == 0 ? other : service.Throttled;

    private WireAnswer Refuse(AcceptedCall call, AwsError error, CallOutcome outcome)
    {
        if (!call.Routed.IsDataEvent)
        {
            var parameters =
                call.Routed.Service.IsQuery ? null : JsonService.TrailedParameters(call.Request.Body);
            trail.Record(call.Caller.AccountId, call.Event(parameters, null, null, error).ForCaller(null));
        }

        return ErrorBody.Render(call.Routed.Service, error, call.RequestId, outcome);
    }

    private WireAnswer AnswerJson(AcceptedCall call, IJsonOperation operation, DrawnFaults faults)
    {
        var permission = new PolicyRequest(
            operation.Action,
            JsonService.Resources(operation, call.Region, call.Caller.AccountId),
            Authorization.Context(call.Caller, call.Region, call.Request.SourceIp, call.Now));
        var answer = JsonService.Answer(
            call.Routed.Service, operation.Handle, call.Caller, permission, call.Request.Body, clock.Today,
            faults.Has(FaultKind.RepeatToken));
        var error = answer.ErrorCode is { } code ? new AwsError(answer.Status, code, answer.ErrorMessage) : null;
        if (error is null && !faults.SpoilsAnswer)
            bill.Charge(call.Caller.AccountId, operation.PriceUsd);
        trail.Record(
            call.Caller.AccountId,
            call.Event(JsonService.TrailedParameters(call.Request.Body), null, null, error).ForCaller(null));
        return new WireAnswer(
            answer.Status, WireAnswer.Json, answer.Body, error is null ? CallOutcome.Succeeded : CallOutcome.Failed);
    }

    /// <summary>What these services answer is free.</summary>
    private WireAnswer AnswerRest(AcceptedCall call, IRestOperation operation, DrawnFaults faults)
    {
        var permission = new PolicyRequest(
            call.Routed.Listed!.Action, ["*"],
            Authorization.Context(call.Caller, call.Region, call.Request.SourceIp, call.Now));
        var answer = JsonService.Answer(
            call.Routed.Service, operation.Handle, call.Caller, permission, call.Request.Body, clock.Today,
            faults.Has(FaultKind.RepeatToken));
        var error = answer.ErrorCode is { } code ? new AwsError(answer.Status, code, answer.ErrorMessage) : null;
        trail.Record(
            call.Caller.AccountId,
            call.Event(JsonService.TrailedParameters(call.Request.Body), null, null, error).ForCaller(null));
        return error is null
            ? new WireAnswer(200, call.Routed.Service.ContentType, answer.Body, CallOutcome.Succeeded)
            : ErrorBody.Render(call.Routed.Service, error, call.RequestId);
    }

    private WireAnswer AnswerShaped(AcceptedCall call, IShapedOperation operation, DrawnFaults faults)
    {
        var answer = ShapedService.Answer(call, operation, faults, clock.Now);
        if (!faults.SpoilsAnswer)
            bill.Charge(call.Caller.AccountId, answer.PriceUsd);
        return ShapedService.Render(call.Routed.Service, operation.Name, call.RequestId, answer);
    }

    /// <summary>Whoever may not hears so in AWS's words; whoever may, that there is no more here.</summary>
    private WireAnswer AnswerListed(AcceptedCall call, ListedOperation operation)
    {
        const string Any = "*";
        var permission = new PolicyRequest(
            operation.Action, [Any], Authorization.Context(call.Caller, call.Region, call.Request.SourceIp, call.Now));
        return Refuse(
            call,
            Authorization.Refusal(call.Caller, permission) is { } reason
                ? call.Routed.Service.Forbidden(call.Caller, operation.Action, Any, reason)
                : WhenAllowed(call.Routed, operation),
            CallOutcome.Failed);
    }

    /// <summary>EC2 answers a dry run by an error too.</summary>
    private static AwsError WhenAllowed(RoutedCall routed, ListedOperation operation) =>
        routed.Service.Protocol == WireProtocol.Ec2 && routed.Form?["DryRun"] == "true"
            ? Ec2Errors.DryRun
            : new AwsError(
                501, "NotImplemented", $"The simulated AWS allowed {operation.Action} and has no more of it.");

    private WireAnswer AnswerQuery(AcceptedCall call, IQueryOperation operation, DrawnFaults faults)
    {
        var answer = operation.Handle(new QueryCall(
            call.Caller, call.Routed.Form!, call.Region, call.Request.SourceIp, call.Now,
            faults.Has(FaultKind.StaleTrust), faults.Has(FaultKind.RepeatToken)));
        var happened = call.Event(answer.RequestParameters, answer.ResponseElements, answer.ResourceArn, answer.Error);
        RecordQuery(happened, answer);
        return answer.Error is { } error
            ? ErrorBody.Render(call.Routed.Service, error, call.RequestId)
            : RenderQuery(call, answer.Result);
    }

    private static WireAnswer RenderQuery(AcceptedCall call, IReadOnlyList<XElement>? result)
    {
        var (service, operation) = (call.Routed.Service, call.Routed.Operation);
        return service.Protocol == WireProtocol.Ec2
            ? new WireAnswer(
                200, WireAnswer.Ec2Xml, QueryXml.Ec2Result(service.Space, operation, result, call.RequestId),
                CallOutcome.Succeeded)
            : new WireAnswer(
                200, WireAnswer.Xml, QueryXml.Result(service.Space, operation, result, call.RequestId),
                CallOutcome.Succeeded);
    }

    /// <summary>The owner of the role sees who took it, never who failed to.</summary>
    private void RecordQuery(TrailEvent happened, QueryAnswer answer)
    {
        var caller = happened.Caller.AccountId;
        var owner = answer.Error is null && answer.ResourceArn is { } arn ? RoleArn.TryParse(arn)!.AccountId : caller;
        var shared = owner == caller ? null : UniqueId.Request();
        trail.Record(caller, happened.ForCaller(shared));
        if (shared is not null)
            trail.Record(owner, happened.ForOwner(owner, shared));
    }
}
