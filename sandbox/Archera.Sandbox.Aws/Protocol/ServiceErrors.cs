using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Organizations;
using Archera.Sandbox.Aws.Signing;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>The errors that every service of a protocol has.</summary>
internal static class ServiceErrors
{
    internal static readonly AwsError Throttling = new(400, "Throttling", "Rate exceeded");

    internal static readonly AwsError NoPermission =
        new(400, "AccessDeniedException", OrganizationErrors.NoPermission, CapitalMessage: true);

    private static readonly AwsError NotValidated =
        new(401, "AuthFailure", "AWS was not able to validate the provided access credentials");

    internal static AwsError Of(WireProtocol protocol, SignatureRefusal refusal) => protocol switch
    {
        WireProtocol.Query or WireProtocol.CompatibleJson or WireProtocol.Cbor => OfQuery(refusal),
        WireProtocol.Ec2 => OfEc2(refusal),
        WireProtocol.Json => OfJson(refusal),
        _ => OfJson(refusal) with { Status = 403 },
    };

    internal static AwsError InternalFailure(WireProtocol protocol) => protocol switch
    {
        WireProtocol.Query => new AwsError(
            500,
            "InternalFailure",
            "The request processing has failed because of an unknown error, exception or failure."),
        WireProtocol.Ec2 => new AwsError(500, "InternalError", "An internal error has occurred"),
        WireProtocol.CompatibleJson or WireProtocol.Cbor =>
            new AwsError(500, "InternalServiceError", "The service failed. Try again later."),
        _ => new AwsError(500, "InternalServerException", "An internal error occurred. Try again later."),
    };

    internal static AwsError Forbidden(
        WireProtocol protocol, Caller caller, string action, string resource, string reason)
    {
        var sentence = $"User: {caller.Arn} is not authorized to perform: {action} on resource: {resource} {reason}";
        return protocol switch
        {
            WireProtocol.Query => new AwsError(403, "AccessDenied", sentence),
            WireProtocol.Ec2 => new AwsError(
                403,
                "UnauthorizedOperation",
                $"You are not authorized to perform this operation. User: {caller.Arn} is not authorized to perform: "
                    + $"{action} {reason}"),
            WireProtocol.CompatibleJson or WireProtocol.Cbor => new AwsError(403, "AccessDenied", sentence),
            WireProtocol.Json => new AwsError(400, "AccessDeniedException", sentence, CapitalMessage: true),
            _ => new AwsError(403, "AccessDeniedException", sentence, CapitalMessage: true),
        };
    }

    private static AwsError OfQuery(SignatureRefusal refusal) => refusal.Kind switch
    {
        RefusalKind.NotSigned => new AwsError(403, "MissingAuthenticationToken", refusal.Message),
        RefusalKind.Incomplete => new AwsError(400, "IncompleteSignature", refusal.Message),
        RefusalKind.WrongSignature => new AwsError(403, "SignatureDoesNotMatch", refusal.Message),
        RefusalKind.UnknownToken => new AwsError(403, "InvalidClientTokenId", refusal.Message),
        _ => new AwsError(403, "ExpiredToken", refusal.Message),
    };

    private static AwsError OfEc2(SignatureRefusal refusal) => refusal.Kind switch
    {
        RefusalKind.Incomplete => new AwsError(400, "IncompleteSignature", refusal.Message),
        RefusalKind.ExpiredToken => new AwsError(400, "RequestExpired", "Request has expired."),
        _ => NotValidated,
    };

    private static AwsError OfJson(SignatureRefusal refusal) => refusal.Kind switch
    {
        RefusalKind.NotSigned =>
            new AwsError(400, "MissingAuthenticationTokenException", "Missing Authentication Token"),
        RefusalKind.Incomplete => new AwsError(400, "IncompleteSignatureException", refusal.Message),
        RefusalKind.WrongSignature => new AwsError(400, "InvalidSignatureException", refusal.Message),
        RefusalKind.UnknownToken => new AwsError(400, "UnrecognizedClientException", refusal.Message),
        _ => new AwsError(400, "ExpiredTokenException", refusal.Message),
    };
}
