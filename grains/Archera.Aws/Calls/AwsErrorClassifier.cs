using System.Collections.Frozen;
using System.Net;
using Amazon.Runtime;
using Archera.Aws.Http;
using Archera.Aws.Sessions;
using Archera.Contracts.Permissions;

namespace Archera.Aws.Calls;

/// <summary>
/// Turns what went wrong into whose fault it is and whether asking again can help: by code, status and kind of fault,
/// never by message text, and in this file only.
/// </summary>
internal static class AwsErrorClassifier
{
    /// <summary>Signatures are good for five minutes either way; AWS's <c>Date</c> header has whole seconds.</summary>
    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(2);

    private const string RegionOff =
        "it has STS switched off in the Region that we call. Activate STS there, then verify again.";

    private static readonly FrozenDictionary<string, ErrorKind> Codes = Table(
        (ErrorKind.Throttle, [
            "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException",
            "TooManyRequestsException", "ProvisionedThroughputExceededException", "TransactionInProgressException",
            "RequestLimitExceeded", "BandwidthLimitExceeded", "LimitExceededException", "SlowDown",
            "PriorRequestNotComplete", "EC2ThrottledException"]),
        (ErrorKind.Aws, [
            "InternalFailure", "InternalError", "InternalServiceError", "InternalServiceException",
            "InternalServiceFault", "InternalServerError",
            "InternalServerException", "ServiceException", "ServiceUnavailable", "ServiceUnavailableException",
            "Unavailable", "RequestTimeout",
            "RequestTimeoutException", "IDPCommunicationError", "ConcurrentModificationException",
            "BillingViewHealthStatusException"]),
        (ErrorKind.Session, [
            "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "UnrecognizedClientException"]),
        (ErrorKind.Signature, [
            "SignatureDoesNotMatch", "InvalidSignatureException", "AuthFailure", "IncompleteSignature",
            "IncompleteSignatureException", "MissingAuthenticationToken", "MissingAuthenticationTokenException"]),
        (ErrorKind.Clock, ["RequestExpired", "RequestTimeTooSkewed", "RequestInTheFuture"]),
        (ErrorKind.Denied, [
            "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "OptInRequired",
            "AccountDisabledException", "SubscriptionRequiredException"]),
        (ErrorKind.Region, ["RegionDisabledException"]),
        (ErrorKind.NoData, ["DataUnavailableException", "BillExpirationException"]),
        (ErrorKind.NoOrganization, ["AWSOrganizationsNotInUseException"]),
        (ErrorKind.Paging, ["InvalidNextTokenException", "InvalidNextToken", "RequestChangedException"]),
        (ErrorKind.Invalid, [
            "ValidationError", "ValidationException", "MalformedInput", "InvalidInputException",
            "InvalidParameterValue",
            "InvalidParameterValueException", "InvalidParameterCombinationException",
            "MissingRequiredParameterException",
            "InvalidParameterCombination", "MissingParameter", "MalformedPolicyDocument", "PackedPolicyTooLarge",
            "InvalidAction", "UnknownOperationException", "SerializationException", "ResourceNotFoundException"]));

    private enum ErrorKind
    {
        Throttle,
        Aws,
        Session,
        Signature,
        Clock,
        Denied,
        Region,
        NoData,
        NoOrganization,
        Paging,
        Invalid,
    }

    public static AwsFailure Classify(AwsCall call, Exception exception, WireProbe probe)
    {
        var failure = probe.Fault != WireFault.None
            ? OfWire(call, probe)
            : exception switch
            {
                AmazonUnmarshallingException => NotAnAnswer(call, "UnreadableBody"),
                AmazonServiceException service => OfCode(call, service, probe),
                OperationCanceledException => Unreachable(call, "Timeout", "did not answer in time"),
                _ when probe.Requests == 0 => Unsendable(call, exception),
                _ => NotAnAnswer(call, exception.GetType().Name),
            };
        var isRolesDenial = failure.Reason == FailureReasons.AccessDenied && call.By is null;
        return failure with
        {
            RequestId = (exception as AmazonServiceException)?.RequestId ?? probe.RequestId,
            AwsWords = isRolesDenial ? Quotable(exception.Message) : null,
        };
    }

    /// <summary>A success without a request id or without what was asked for: a proxy, not AWS.</summary>
    public static AwsFailure NotAnAnswer(AwsCall call, string code) => new(
        FailureReasons.NotAnAwsAnswer,
        FaultOf.Network,
        CanRetry: true,
        code,
        $"Account {call.Account}: what answered {call} was not AWS ({code}). Look for a proxy on the way.");

    /// <param name="cause">The newest fault that the breaker counted: its reason is what is really wrong.</param>
    public static AwsFailure CircuitOpen(AwsCall call, AwsFailure cause, DateTimeOffset retryAt) => new(
        FailureReasons.CircuitOpen,
        cause.Fault,
        CanRetry: true,
        "BrokenCircuit",
        $"Account {call.Account}: {call.Api.Service} failed too often, last with {cause.Reason} ({cause.Code}),"
            + $" and {call.Operation} is not asked before {retryAt.UtcDateTime:u}.")
    {
        Cause = cause,
        RetryAt = retryAt,
    };

    /// <summary>AWS answered, and said of some of the metrics that it may not show them or failed at them.</summary>
    /// <param name="isForbidden">Its word was <c>Forbidden</c> for all of them.</param>
    public static AwsFailure OfMetrics(AwsCall call, int metrics, bool isForbidden) => new(
        isForbidden ? FailureReasons.AccessDenied : FailureReasons.AwsError,
        isForbidden ? FaultOf.Customer : FaultOf.Aws,
        CanRetry: true,
        isForbidden ? "Forbidden" : "InternalError",
        $"Account {call.Account}: {call} did not give {metrics} of the metrics that were asked for"
            + (isForbidden ? ": AWS may not show them to the role." : "."));

    public static AwsFailure QueueFull(AwsCall call) => new(
        FailureReasons.Throttled,
        FaultOf.Vendor,
        CanRetry: true,
        "QueueFull",
        $"Account {call.Account}: too many calls wait for {call}.");

    private static FrozenDictionary<string, ErrorKind> Table(params (ErrorKind Kind, string[] Codes)[] kinds) =>
        kinds.SelectMany(k => k.Codes.Select(code => KeyValuePair.Create(code, k.Kind)))
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static AwsFailure OfWire(AwsCall call, WireProbe probe) => probe.Fault switch
    {
        WireFault.NotAws => NotAnAnswer(call, $"Status{(int?)probe.Status}"),
        WireFault.Oversized => NotAnAnswer(call, "OversizedBody"),
        WireFault.Stalled => Unreachable(call, "Stalled", "stopped in the middle of its answer"),
        WireFault.Forbidden => new AwsFailure(
            FailureReasons.OutboundRefused,
            FaultOf.Vendor,
            CanRetry: true,
            "OutboundRefused",
            $"Account {call.Account}: nothing was sent for {call}: its address is not AWS's, or resolves to a machine"
                + " that AWS is never at. Look at this host's name resolution."),
        _ => Unreachable(call, "ConnectionBroken", "could not be reached, or broke off in its answer"),
    };

    private static AwsFailure OfCode(AwsCall call, AmazonServiceException exception, WireProbe probe)
    {
        var code = ShortCode(exception.ErrorCode);
        var status = exception.StatusCode != 0 ? exception.StatusCode : probe.Status ?? 0;
        var kind = Codes.TryGetValue(code, out var known) ? known : OfStatus(status);
        return kind switch
        {
            ErrorKind.Throttle => Of(FailureReasons.Throttled, FaultOf.Aws, true, $"AWS throttles {call}."),
            ErrorKind.Aws => Of(FailureReasons.AwsError, FaultOf.Aws, true, $"AWS failed inside {call}."),
            ErrorKind.NoData => Of(
                FailureReasons.DataUnavailable,
                FaultOf.Customer,
                true,
                $"{call} has no data for the period yet. If Cost Explorer was just enabled, wait a day."),
            ErrorKind.NoOrganization => Of(
                FailureReasons.NoOrganization,
                FaultOf.Customer,
                false,
                "it belongs to no organization, so it has no linked accounts to list. Connect it as a single account."),
            ErrorKind.Paging =>
                Of(FailureReasons.InvalidRequest, FaultOf.Aws, true, $"AWS broke off the pages of {call}."),
            ErrorKind.Session or ErrorKind.Signature when IsOfRegion(call, code) && !IsSkewed(probe) =>
                Of(FailureReasons.RegionDisabled, FaultOf.Customer, true, SwitchedOff(call)),
            ErrorKind.Session when call.By is not null => VendorCredentials(call, code),
            ErrorKind.Session => Of(
                FailureReasons.SessionExpired,
                FaultOf.Customer,
                true,
                $"the role's session no longer works for {call}. If it persists, look whether the role was deleted."),
            ErrorKind.Signature when !IsSkewed(probe) => VendorCredentials(call, code),
            ErrorKind.Signature or ErrorKind.Clock => Of(
                FailureReasons.ClockSkew,
                FaultOf.Vendor,
                true,
                $"AWS refused {call} because this host's clock is {Off(probe.Skew)} AWS's. Set the clock."),
            // At STS only its own AccessDenied speaks of the role; whatever else forbids is about us.
            ErrorKind.Denied when call.By is not null && code != "AccessDenied" => VendorCredentials(call, code),
            ErrorKind.Denied => Of(FailureReasons.AccessDenied, FaultOf.Customer, false, Denied(call)),
            ErrorKind.Region => Of(FailureReasons.RegionDisabled, FaultOf.Customer, false, RegionOff),
            _ => Of(
                FailureReasons.InvalidRequest,
                FaultOf.Vendor,
                false,
                $"AWS refused {call} as malformed. This is a fault of ours: report it with the request id."),
        };

        AwsFailure Of(string reason, FaultOf fault, bool canRetry, string detail) =>
            new(reason, fault, canRetry, code, $"Account {call.Account}: {detail}");
    }

    private static string SwitchedOff(AwsCall call) =>
        $"AWS does not take its session in {call.Region}: the Region was switched off, or just on.";

    /// <summary>Keys are unknown in a Region that the account has switched off; elsewhere they work.</summary>
    private static bool IsOfRegion(AwsCall call, string code) => call.Region is { } region
        && region.Name != AwsRegions.Of(call.Api, call.Account.Partition)
        && code is ("AuthFailure" or "UnrecognizedClientException" or "InvalidClientTokenId");

    private static bool IsSkewed(WireProbe probe) => probe.Skew is { } skew && skew.Duration() > MaxSkew;

    private static string Off(TimeSpan? skew) => skew is { } known
        ? $"{known.Duration().TotalMinutes:0} min {(known > TimeSpan.Zero ? "behind" : "ahead of")}"
        : "too far from";

    private static string Denied(AwsCall call)
    {
        if (call.By is not null)
        {
            return "it refused the role: there is no such role, or its trust policy does not name us and this"
                + " connection's external id. Update the stack, then verify again.";
        }

        var words = PermissionTable.Find(call.Action)?.WhenDenied ?? $"the role does not allow {call.Action}";
        return $"{words}. If the role allows it already, look for a service control policy that denies it, and whether"
            + " the account has the service switched on.";
    }

    /// <summary>One line, not longer than anybody reads.</summary>
    private static string? Quotable(string? message)
    {
        const int longest = 500;
        var line = string.Concat((message ?? "").Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return line.Length == 0 ? null : line[..Math.Min(longest, line.Length)];
    }

    private static AwsFailure VendorCredentials(AwsCall call, string code) => new(
        FailureReasons.VendorCredentials,
        FaultOf.Vendor,
        CanRetry: true,
        code,
        $"Account {call.Account}: AWS refused our own credentials at {call} ({code})."
        + $" Renew the profile that {ProfileOption(call)} names.");

    /// <summary>A signature that AWS can't verify is our own credentials' too, whoever signed.</summary>
    private static string ProfileOption(AwsCall call) =>
        (call.By ?? OurPrincipal.Ourselves).ProfileOption(call.Account.Partition);

    private static AwsFailure Unreachable(AwsCall call, string code, string what) => new(
        FailureReasons.Unreachable,
        FaultOf.Network,
        CanRetry: true,
        code,
        $"Account {call.Account}: {call} {what}. If it persists, look at this host's way to AWS.");

    /// <summary>Nothing left this host: the SDK could not sign or write the request.</summary>
    private static AwsFailure Unsendable(AwsCall call, Exception exception) => call.By is not null
        ? VendorCredentials(call, exception.GetType().Name)
        : new AwsFailure(
            FailureReasons.InvalidRequest,
            FaultOf.Vendor,
            CanRetry: false,
            exception.GetType().Name,
            $"Account {call.Account}: {call} could not be sent. This is a fault of ours: report it with the time.");

    private static ErrorKind OfStatus(HttpStatusCode status) => (int)status switch
    {
        429 => ErrorKind.Throttle,
        >= 500 => ErrorKind.Aws,
        401 or 403 => ErrorKind.Denied,
        _ => ErrorKind.Invalid,
    };

    /// <summary>JSON services may write a namespace before the code, or a colon and an address after it.</summary>
    private static string ShortCode(string? code)
    {
        var text = code.AsSpan();
        text = text[(text.LastIndexOf('#') + 1)..];
        var colon = text.IndexOf(':');
        var shortened = (colon < 0 ? text : text[..colon]).Trim();
        const int longest = 128;
        return shortened.IsEmpty ? "Unknown" : shortened[..Math.Min(longest, shortened.Length)].ToString();
    }
}
