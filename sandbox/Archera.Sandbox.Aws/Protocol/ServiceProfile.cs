using System.Xml.Linq;
using Archera.Sandbox.Aws.Signing;
using Archera.Sandbox.Aws.Throttling;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>What differs from service to service: scope, error codes, throttling.</summary>
internal sealed record ServiceProfile(
    string SigningName,
    string EventSource,
    string? TargetPrefix,
    IReadOnlySet<string> Regions,
    ServiceQuota Quota,
    bool QuotaSharedByAllApis,
    AwsError Throttled,
    AwsError? AlsoThrottled = null)
{
    /// <summary>The version and the XML namespace of a query service.</summary>
    internal (string Version, XNamespace Space)? Query { get; init; }

    private static readonly HashSet<string> BillingRegions = ["us-east-1", "cn-northwest-1"];

    internal static readonly ServiceProfile Sts = new(
        "sts", "sts.amazonaws.com", null, AwsRegions.All, ServiceQuota.Sts, true,
        new AwsError(400, "Throttling", "Rate exceeded"))
    {
        Query = ("2011-06-15", QueryXml.Sts),
    };

    internal static readonly ServiceProfile Iam = new(
        "iam", "iam.amazonaws.com", null, new HashSet<string> { "us-east-1", "cn-north-1", "us-gov-west-1" },
        ServiceQuota.Iam, false, new AwsError(400, "Throttling", "Rate exceeded"))
    {
        Query = ("2010-05-08", QueryXml.Iam),
    };

    internal static readonly ServiceProfile CostExplorer = new(
        "ce", "ce.amazonaws.com", "AWSInsightsIndexService", BillingRegions, ServiceQuota.CostExplorer, false,
        new AwsError(400, "LimitExceededException", "Rate limit exceeded", CapitalMessage: true),
        new AwsError(400, "ThrottlingException", "Rate exceeded"));

    internal static readonly ServiceProfile Organizations = new(
        "organizations", "organizations.amazonaws.com", "AWSOrganizationsV20161128",
        new HashSet<string>(BillingRegions) { "us-gov-west-1" }, ServiceQuota.Organizations, false,
        new AwsError(400, "TooManyRequestsException", "You have sent too many requests in too short a period of time. "
            + "The quota helps protect against denial-of-service attacks. Try again later.", CapitalMessage: true));

    internal static readonly IReadOnlyList<ServiceProfile> JsonServices = [CostExplorer, Organizations];

    internal static readonly IReadOnlyList<ServiceProfile> All = [Sts, Iam, .. JsonServices];

    internal bool IsQuery => TargetPrefix is null;

    internal AwsError Error(SignatureRefusal refusal) => (refusal.Kind, IsQuery) switch
    {
        (RefusalKind.NotSigned, true) => new AwsError(403, "MissingAuthenticationToken", refusal.Message),
        (RefusalKind.NotSigned, false) =>
            new AwsError(400, "MissingAuthenticationTokenException", "Missing Authentication Token"),
        (RefusalKind.Incomplete, true) => new AwsError(400, "IncompleteSignature", refusal.Message),
        (RefusalKind.Incomplete, false) => new AwsError(400, "IncompleteSignatureException", refusal.Message),
        (RefusalKind.WrongSignature, true) => new AwsError(403, "SignatureDoesNotMatch", refusal.Message),
        (RefusalKind.WrongSignature, false) => new AwsError(400, "InvalidSignatureException", refusal.Message),
        (RefusalKind.UnknownToken, true) => new AwsError(403, "InvalidClientTokenId", refusal.Message),
        (RefusalKind.UnknownToken, false) => new AwsError(400, "UnrecognizedClientException", refusal.Message),
        (RefusalKind.ExpiredToken, true) => new AwsError(403, "ExpiredToken", refusal.Message),
        _ => new AwsError(400, "ExpiredTokenException", refusal.Message),
    };

    internal AwsError InternalFailure => IsQuery
        ? new AwsError(500, "InternalFailure",
            "The request processing has failed because of an unknown error, exception or failure.")
        : new AwsError(500, "InternalServerException", "An internal error occurred. Try again later.");
}
