using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Archera.AwsSdk.JsonProtocol;

internal sealed record JsonService(
    string RequestServiceName,
    string TargetPrefix,
    string ApiVersion,
    Func<ErrorResponse, JsonErrorBody, AmazonServiceException> Refusal);
