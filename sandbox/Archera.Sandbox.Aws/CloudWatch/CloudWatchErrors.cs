using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>Errors by the codes of the query protocol, as SDKs surface them whichever protocol they speak.</summary>
internal static class CloudWatchErrors
{
    internal static readonly AwsError BadToken =
        new(400, "InvalidNextToken", "The next token specified is invalid.");

    internal static AwsError Validation(string problems) => new(400, "ValidationError", problems);

    internal static AwsError InvalidParameterValue(string problems) => new(400, "InvalidParameterValue", problems);

    internal static AwsError NotSimulated(string what) =>
        new(501, "NotImplemented", $"The simulated AWS does not have {what}.");
}
