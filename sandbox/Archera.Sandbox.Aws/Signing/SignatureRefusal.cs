namespace Archera.Sandbox.Aws.Signing;

public sealed record SignatureRefusal(RefusalKind Kind, string Message)
{
    internal static readonly SignatureRefusal NotSigned =
        new(RefusalKind.NotSigned, "Request is missing Authentication Token");

    internal static readonly SignatureRefusal UnknownToken =
        new(RefusalKind.UnknownToken, "The security token included in the request is invalid.");

    internal static readonly SignatureRefusal ExpiredToken =
        new(RefusalKind.ExpiredToken, "The security token included in the request is expired");

    internal static readonly SignatureRefusal Mismatch = Wrong(
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access "
        + "Key and signing method. Consult the service documentation for details.");

    internal static SignatureRefusal Incomplete(string message) => new(RefusalKind.Incomplete, message);

    internal static SignatureRefusal Wrong(string message) => new(RefusalKind.WrongSignature, message);
}
