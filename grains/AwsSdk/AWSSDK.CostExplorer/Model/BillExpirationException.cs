using System.Net;
using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class BillExpirationException : AmazonCostExplorerException
{
    public BillExpirationException(string message)
        : base(message)
    {
    }

    public BillExpirationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public BillExpirationException(Exception innerException)
        : base(innerException)
    {
    }

    public BillExpirationException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public BillExpirationException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
