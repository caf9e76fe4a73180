using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.CloudTrail;
using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>A call whose caller is known.</summary>
internal sealed record AcceptedCall(
    WireRequest Request, RoutedCall Routed, Caller Caller, string Region, string RequestId, DateTimeOffset Now)
{
    internal TrailEvent Event(JsonNode? parameters, JsonNode? response, string? resourceArn, AwsError? error) => new(
        Routed.Service, Routed.Operation, Region, RequestId, Now, Request.SourceIp,
        Request.Header("user-agent") ?? "-", Caller, parameters, response, resourceArn, error);
}
