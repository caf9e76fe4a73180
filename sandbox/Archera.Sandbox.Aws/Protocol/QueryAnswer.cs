using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>A result's children or an error, and what CloudTrail is to know of the call.</summary>
/// <param name="Result">Null for an error, and for an operation without a result.</param>
internal sealed record QueryAnswer(
    IReadOnlyList<XElement>? Result,
    AwsError? Error,
    JsonNode? RequestParameters = null,
    JsonNode? ResponseElements = null,
    string? ResourceArn = null);
