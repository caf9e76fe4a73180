using System.Net;
using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class BillingViewHealthStatusException : AmazonCostExplorerException
{
    public BillingViewHealthStatusException(string message)
        : base(message)
    {
    }

    public BillingViewHealthStatusException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public BillingViewHealthStatusException(Exception innerException)
        : base(innerException)
    {
    }

    public BillingViewHealthStatusException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public BillingViewHealthStatusException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
