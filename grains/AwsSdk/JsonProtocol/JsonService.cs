using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Archera.AwsSdk.JsonProtocol;

/// <param name="TargetPrefix">What targets begin with; null where a path is named as its operation.</param>
internal sealed record JsonService(
    string RequestServiceName,
    string TargetPrefix,
    string ApiVersion,
    Func<ErrorResponse, JsonErrorBody, AmazonServiceException> Refusal)
{
    public string ContentType { get; init; } = "application/x-amz-json-1.1";

    /// <summary>It began as a query service: it is asked to send its errors' codes of that time too.</summary>
    public bool IsQueryCompatible { get; init; }
}
