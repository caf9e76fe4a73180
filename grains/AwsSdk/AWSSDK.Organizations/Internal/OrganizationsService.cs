using Amazon.Organizations.Model;
using Amazon.Runtime.Internal;
using Archera.AwsSdk.JsonProtocol;

namespace Amazon.Organizations.Internal;

internal static class OrganizationsService
{
    public static JsonService Json { get; } =
        new("Amazon.Organizations", "AWSOrganizationsV20161128", "2016-11-28", Refusal);

    private static AmazonOrganizationsException Refusal(ErrorResponse error, JsonErrorBody body)
    {
        var (message, inner, type, code, id, status) =
            (error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
        return code switch
        {
            nameof(AccessDeniedException) => new AccessDeniedException(message, inner, type, code, id, status),
            nameof(AWSOrganizationsNotInUseException) =>
                new AWSOrganizationsNotInUseException(message, inner, type, code, id, status),
            nameof(ConcurrentModificationException) =>
                new ConcurrentModificationException(message, inner, type, code, id, status),
            nameof(InvalidInputException) => new InvalidInputException(message, inner, type, code, id, status)
            {
                Reason = body.Member(nameof(InvalidInputException.Reason)),
            },
            nameof(ServiceException) => new ServiceException(message, inner, type, code, id, status),
            nameof(TooManyRequestsException) => new TooManyRequestsException(message, inner, type, code, id, status)
            {
                Type = body.Member(nameof(TooManyRequestsException.Type)),
            },
            _ => new AmazonOrganizationsException(message, inner, type, code, id, status),
        };
    }
}
