using Amazon.CostExplorer.Model;
using Amazon.Runtime.Internal;
using Archera.AwsSdk.JsonProtocol;

namespace Amazon.CostExplorer.Internal;

internal static class CostExplorerService
{
    public static JsonService Json { get; } =
        new("Amazon.CostExplorer", "AWSInsightsIndexService", "2017-10-25", Refusal);

    private static AmazonCostExplorerException Refusal(ErrorResponse error, JsonErrorBody body)
    {
        var (message, inner, type, code, id, status) =
            (error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
        return code switch
        {
            nameof(BillExpirationException) => new BillExpirationException(message, inner, type, code, id, status),
            nameof(BillingViewHealthStatusException) =>
                new BillingViewHealthStatusException(message, inner, type, code, id, status),
            nameof(DataUnavailableException) => new DataUnavailableException(message, inner, type, code, id, status),
            nameof(InvalidNextTokenException) => new InvalidNextTokenException(message, inner, type, code, id, status),
            nameof(LimitExceededException) => new LimitExceededException(message, inner, type, code, id, status),
            nameof(RequestChangedException) => new RequestChangedException(message, inner, type, code, id, status),
            nameof(ResourceNotFoundException) => new ResourceNotFoundException(message, inner, type, code, id, status)
            {
                ResourceName = body.Member(nameof(ResourceNotFoundException.ResourceName)),
            },
            _ => new AmazonCostExplorerException(message, inner, type, code, id, status),
        };
    }
}
