using System.Net;
using Amazon.Runtime;

namespace Amazon.SavingsPlans;

public class AmazonSavingsPlansException : AmazonServiceException
{
    public AmazonSavingsPlansException()
    {
    }

    public AmazonSavingsPlansException(string message)
        : base(message)
    {
    }

    public AmazonSavingsPlansException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AmazonSavingsPlansException(Exception innerException)
        : base(innerException)
    {
    }

    public AmazonSavingsPlansException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonSavingsPlansException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
