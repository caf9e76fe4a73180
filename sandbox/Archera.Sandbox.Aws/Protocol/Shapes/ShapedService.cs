using Archera.Sandbox.Aws.Billing;
using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>
/// Answers authenticated calls of shaped operations: permission first, then the shape, then the operation.
/// </summary>
internal static class ShapedService
{
    private const string AnyResource = "*";

    internal static ShapedAnswer Answer(
        AcceptedCall call, IShapedOperation operation, DrawnFaults faults, DateTimeOffset now)
    {
        var (service, caller) = (call.Routed.Service, call.Caller);
        var permission = new PolicyRequest(
            operation.Action, [AnyResource],
            Authorization.Context(caller, call.Region, call.Request.SourceIp, call.Now));
        if (Authorization.Refusal(caller, permission) is { } reason)
            return ShapedAnswer.Refused(service.Forbidden(caller, operation.Action, AnyResource, reason));
        try
        {
            using var input =
                ShapedInput.Read(service.Protocol, operation.Input, call.Request, call.Routed.Form);
            return operation.Answer(new ShapedCall(
                caller.AccountId, call.Region, input.RootElement, now,
                call.Now - faults.Span(FaultKind.ClockSkew), faults));
        }
        catch (WrongShapeException exception)
        {
            var code = service.Protocol == WireProtocol.Query ? "MalformedInput" : "SerializationException";
            return ShapedAnswer.Refused(new AwsError(400, code, exception.Message));
        }
    }

    internal static WireAnswer Render(ServiceProfile service, string operation, string requestId, ShapedAnswer answer)
    {
        if (answer.Error is { } error)
            return ErrorBody.Render(service, error, requestId, answer.Outcome);
        var write = answer.Write!;
        return service.Protocol switch
        {
            WireProtocol.Query => new WireAnswer(
                200, WireAnswer.Xml,
                XmlShapeWriter.Write(service.Space.NamespaceName, operation, requestId, write),
                CallOutcome.Succeeded),
            WireProtocol.Cbor => new WireAnswer(
                200, WireAnswer.Cbor, CborShapeWriter.Write(write), CallOutcome.Succeeded)
            {
                Headers = [SmithyProtocol],
            },
            _ => new WireAnswer(200, service.ContentType, JsonShapeWriter.Write(write), CallOutcome.Succeeded),
        };
    }

    internal static KeyValuePair<string, string> SmithyProtocol { get; } = new("smithy-protocol", "rpc-v2-cbor");
}
