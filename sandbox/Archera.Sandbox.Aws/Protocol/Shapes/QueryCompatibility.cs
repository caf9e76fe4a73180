namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>
/// A service that began as a query service keeps the codes it had there: JSON and CBOR name the error's shape in the
/// body, and the code in a header to whoever asks for it.
/// </summary>
internal static class QueryCompatibility
{
    internal const string Header = "x-amzn-query-error";

    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["AccessDenied"] = "AccessDeniedException",
        ["ExpiredToken"] = "ExpiredTokenException",
        ["IncompleteSignature"] = "IncompleteSignatureException",
        ["InternalServiceError"] = "InternalServiceFault",
        ["InvalidClientTokenId"] = "UnrecognizedClientException",
        ["InvalidParameterCombination"] = "InvalidParameterCombinationException",
        ["InvalidParameterValue"] = "InvalidParameterValueException",
        ["MissingAuthenticationToken"] = "MissingAuthenticationTokenException",
        ["MissingParameter"] = "MissingRequiredParameterException",
        ["SignatureDoesNotMatch"] = "InvalidSignatureException",
        ["Throttling"] = "ThrottlingException",
    };

    /// <summary>The error's name in the service model.</summary>
    internal static string Shape(AwsError error) => Shapes.GetValueOrDefault(error.Code, error.Code);

    /// <summary>JSON and CBOR know two statuses of errors: the caller's and the service's.</summary>
    internal static int Status(AwsError error) => error.Status >= 500 ? error.Status : 400;

    internal static string Value(AwsError error) => $"{error.Code};{(error.Status >= 500 ? "Receiver" : "Sender")}";
}
