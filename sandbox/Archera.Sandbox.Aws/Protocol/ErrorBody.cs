using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Billing;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>Renders an error in the protocol of its service.</summary>
internal static class ErrorBody
{
    internal static WireAnswer Render(
        ServiceProfile service, AwsError error, string requestId, CallOutcome outcome =
            CallOutcome.Failed, bool atDispatch = false)
    {
        if (service.Query is var (_, space))
        {
            return new WireAnswer(
                error.Status, WireAnswer.Xml, QueryXml.Error(space, error, requestId, atDispatch), outcome);
        }

        var body = new JsonObject { ["__type"] = error.Code };
        if (error.Message is not null)
            body[error.CapitalMessage ? "Message" : "message"] = error.Message;
        return new WireAnswer(error.Status, WireAnswer.Json, JsonSerializer.SerializeToUtf8Bytes(body), outcome);
    }
}
