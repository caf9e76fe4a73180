using System.Text.Json.Nodes;
using System.Xml.Linq;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Sts;

/// <summary>A result's children or an error, and what CloudTrail is to know of the call.</summary>
internal sealed record QueryAnswer(
    IReadOnlyList<XElement>? Result,
    AwsError? Error,
    JsonNode? RequestParameters = null,
    JsonNode? ResponseElements = null,
    string? ResourceArn = null);
