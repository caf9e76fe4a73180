using Amazon.CloudWatch.Model;
using Amazon.Runtime.Internal;
using Archera.AwsSdk.JsonProtocol;

namespace Amazon.CloudWatch.Internal;

internal static class CloudWatchService
{
    public static JsonService Json { get; } =
        new("Amazon.CloudWatch", "GraniteServiceVersion20100801", "2010-08-01", Refusal)
        {
            ContentType = "application/x-amz-json-1.0",
            IsQueryCompatible = true,
        };

    /// <summary>By the codes of the query protocol, or the error's shape where an answer has no such code.</summary>
    private static AmazonCloudWatchException Refusal(ErrorResponse error, JsonErrorBody body)
    {
        var (message, inner, type, code, id, status) =
            (error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
        return code switch
        {
            "InternalServiceError" or "InternalServiceFault" =>
                new InternalServiceException(message, inner, type, code, id, status),
            "InvalidNextToken" => new InvalidNextTokenException(message, inner, type, code, id, status),
            "InvalidParameterCombination" or nameof(InvalidParameterCombinationException) =>
                new InvalidParameterCombinationException(message, inner, type, code, id, status),
            "InvalidParameterValue" or nameof(InvalidParameterValueException) =>
                new InvalidParameterValueException(message, inner, type, code, id, status),
            "MissingParameter" or nameof(MissingRequiredParameterException) =>
                new MissingRequiredParameterException(message, inner, type, code, id, status),
            _ => new AmazonCloudWatchException(message, inner, type, code, id, status),
        };
    }
}
