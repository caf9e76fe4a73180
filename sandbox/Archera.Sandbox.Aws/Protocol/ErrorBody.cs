using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Billing;
using Archera.Sandbox.Aws.Protocol.Shapes;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>Renders an error in the protocol of its service.</summary>
internal static class ErrorBody
{
    internal static WireAnswer Render(
        ServiceProfile service, AwsError error, string requestId, CallOutcome outcome =
            CallOutcome.Failed, bool atDispatch = false) => service.Protocol switch
            {
                WireProtocol.Query => new WireAnswer(
                    error.Status, WireAnswer.Xml, QueryXml.Error(service.Space, error, requestId, atDispatch), outcome),
                WireProtocol.Ec2 =>
                    new WireAnswer(error.Status, WireAnswer.Ec2Xml, QueryXml.Ec2Error(error, requestId), outcome),
                WireProtocol.Json => new WireAnswer(
                    error.Status, service.ContentType, Json(error, new JsonObject { ["__type"] = error.Code }),
                    outcome),
                WireProtocol.CompatibleJson or WireProtocol.Cbor => Compatible(service, error, outcome),
                _ => new WireAnswer(error.Status, service.ContentType, Json(error, []), outcome, error.Code),
            };

    private static WireAnswer Compatible(ServiceProfile service, AwsError error, CallOutcome outcome)
    {
        var isCbor = service.Protocol == WireProtocol.Cbor;
        var body = isCbor ? CborShapeWriter.Write(Write) : JsonShapeWriter.Write(Write);
        var headers = new List<KeyValuePair<string, string>>();
        if (isCbor)
            headers.Add(ShapedService.SmithyProtocol);
        if (service.TellsQueryCode)
            headers.Add(new(QueryCompatibility.Header, QueryCompatibility.Value(error)));
        return new WireAnswer(QueryCompatibility.Status(error), service.ContentType, body, outcome)
        {
            Headers = headers,
        };

        void Write(IShapeWriter writer)
        {
            writer.StartStructure();
            writer.Member("__type");
            writer.Text(QueryCompatibility.Shape(error));
            if (error.Message is not null)
            {
                writer.Member("message");
                writer.Text(error.Message);
            }

            writer.EndStructure();
        }
    }

    private static byte[] Json(AwsError error, JsonObject body)
    {
        if (error.Message is not null)
            body[error.CapitalMessage ? "Message" : "message"] = error.Message;
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }
}
