using Amazon.Runtime.Internal;
using Amazon.SavingsPlans.Model;
using Archera.AwsSdk.JsonProtocol;

namespace Amazon.SavingsPlans.Internal;

internal static class SavingsPlansService
{
    public static JsonService Json { get; } =
        new("Amazon.SavingsPlans", TargetPrefix: null, "2019-06-28", Refusal) { ContentType = "application/json" };

    private static AmazonSavingsPlansException Refusal(ErrorResponse error, JsonErrorBody body)
    {
        var (message, inner, type, code, id, status) =
            (error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
        return code switch
        {
            nameof(InternalServerException) => new InternalServerException(message, inner, type, code, id, status),
            nameof(ValidationException) => new ValidationException(message, inner, type, code, id, status),
            _ => new AmazonSavingsPlansException(message, inner, type, code, id, status),
        };
    }
}
