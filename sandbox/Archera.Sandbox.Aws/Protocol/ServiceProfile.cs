using System.Xml.Linq;
using Archera.Sandbox.Aws.Ec2;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Signing;
using Archera.Sandbox.Aws.Throttling;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>What differs from service to service: protocol, scope, error codes, throttling.</summary>
internal sealed record ServiceProfile(
    string SigningName,
    WireProtocol Protocol,
    IReadOnlySet<string> Regions,
    ServiceQuota Quota,
    AwsError Throttled)
{
    private static readonly HashSet<string> BillingRegions = ["us-east-1", "cn-northwest-1"];

    internal static readonly ServiceProfile Sts =
        new("sts", WireProtocol.Query, AwsRegions.All, ServiceQuota.Sts, ServiceErrors.Throttling)
        {
            Version = "2011-06-15",
            Space = QueryXml.Sts,
            QuotaSharedByAllApis = true,
        };

    internal static readonly ServiceProfile Iam = new(
        "iam", WireProtocol.Query, new HashSet<string> { "us-east-1", "cn-north-1", "us-gov-west-1" },
        ServiceQuota.Iam, ServiceErrors.Throttling)
    {
        Version = "2010-05-08",
        Space = QueryXml.Iam,
    };

    internal static readonly ServiceProfile CostExplorer = new(
        "ce", WireProtocol.Json, BillingRegions, ServiceQuota.CostExplorer,
        new AwsError(400, "LimitExceededException", "Rate limit exceeded", CapitalMessage: true))
    {
        TargetPrefix = "AWSInsightsIndexService",
        AlsoThrottled = new AwsError(400, "ThrottlingException", "Rate exceeded"),
    };

    internal static readonly ServiceProfile Organizations = new(
        "organizations", WireProtocol.Json, new HashSet<string>(BillingRegions) { "us-gov-west-1" },
        ServiceQuota.Organizations,
        new AwsError(400, "TooManyRequestsException", "You have sent too many requests in too short a period of time. "
            + "The quota helps protect against denial-of-service attacks. Try again later.", CapitalMessage: true))
    {
        TargetPrefix = "AWSOrganizationsV20161128",
    };

    internal static readonly ServiceProfile Ec2 = new(
        "ec2", WireProtocol.Ec2, AwsRegions.All, ServiceQuota.Ec2,
        new AwsError(503, "RequestLimitExceeded", "Request limit exceeded."))
    {
        Version = "2016-11-15",
        Space = Ec2Xml.Space,
    };

    internal static readonly ServiceProfile CloudWatch = new(
        "monitoring", WireProtocol.CompatibleJson, AwsRegions.All, ServiceQuota.Listed, ServiceErrors.Throttling)
    {
        Version = "2010-08-01",
        Space = QueryXml.CloudWatch,
        TargetPrefix = "GraniteServiceVersion20100801",
        ContentType = WireAnswer.OlderJson,
    };

    /// <summary>The services that the simulated AWS answers; it lists the operations of more.</summary>
    internal static readonly IReadOnlyList<ServiceProfile> Answered =
        [Sts, Iam, CostExplorer, Organizations, Ec2, CloudWatch];

    /// <summary>Of a query service.</summary>
    internal string? Version { get; init; }

    /// <summary>The XML namespace of a query service.</summary>
    internal XNamespace Space { get; init; } = XNamespace.None;

    /// <summary>What a JSON service's targets begin with.</summary>
    internal string? TargetPrefix { get; init; }

    internal string ContentType { get; init; } = WireAnswer.Json;

    internal bool QuotaSharedByAllApis { get; init; }

    /// <summary>A second code for the same, which a caller meets as often.</summary>
    internal AwsError? AlsoThrottled { get; init; }

    /// <summary>The caller asked to hear the code that an error has in the query protocol.</summary>
    internal bool TellsQueryCode { get; init; }

    internal string EventSource => SigningName + ".amazonaws.com";

    internal bool IsQuery => Protocol is WireProtocol.Query or WireProtocol.Ec2;

    /// <summary>The service as this request speaks to it.</summary>
    internal ServiceProfile Spoken(WireProtocol protocol, WireRequest request) => this with
    {
        Protocol = protocol,
        ContentType = protocol == WireProtocol.Cbor ? WireAnswer.Cbor : ContentType,
        TellsQueryCode = request.Header("x-amzn-query-mode") == "true",
    };

    internal AwsError Error(SignatureRefusal refusal) => ServiceErrors.Of(Protocol, refusal);

    internal AwsError InternalFailure => ServiceErrors.InternalFailure(Protocol);

    /// <summary>
    /// Organizations does not say whether IAM refused or itself, nor why; CloudWatch does not name a resource.
    /// </summary>
    internal AwsError Forbidden(Caller caller, string action, string resource, string reason)
    {
        if (this == Organizations)
            return ServiceErrors.NoPermission;
        var error = ServiceErrors.Forbidden(Protocol, caller, action, resource, reason);
        return SigningName == CloudWatch.SigningName
            ? error with { Message = error.Message!.Replace($" on resource: {resource}", "", StringComparison.Ordinal) }
            : error;
    }
}
