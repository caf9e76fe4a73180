namespace Archera.Aws.Calls;

/// <summary>The stable codes of why something could not be read.</summary>
public static class FailureReasons
{
    /// <summary>AWS throttled for longer than a call may wait.</summary>
    public const string Throttled = "throttled";

    /// <summary>The role does not permit the action, or STS refused to open it.</summary>
    public const string AccessDenied = "access-denied";

    /// <summary>The account has STS switched off in the Region that is called.</summary>
    public const string RegionDisabled = "region-disabled";

    /// <summary>The session ended and a new one could not be had.</summary>
    public const string SessionExpired = "session-expired";

    /// <summary>Our own base credentials are expired, unknown, wrong, or may not open roles.</summary>
    public const string VendorCredentials = "vendor-credentials";

    /// <summary>What answered was not AWS: HTML, a cut body, a foreign shape.</summary>
    public const string NotAnAwsAnswer = "not-an-aws-answer";

    /// <summary>The connection broke or nothing answered in time.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The address is not AWS's, or resolves to a machine that AWS is never at: nothing was sent.</summary>
    public const string OutboundRefused = "outbound-refused";

    /// <summary>AWS failed inside.</summary>
    public const string AwsError = "aws-error";

    /// <summary>A page token came twice, or there were more pages than a read may have.</summary>
    public const string EndlessPages = "endless-pages";

    /// <summary>One day alone has more pages or rows than a read may have.</summary>
    public const string TooLarge = "too-large";

    /// <summary>An amount or a date in AWS's answer could not be read exactly.</summary>
    public const string Unreadable = "unreadable-answer";

    /// <summary>AWS has no data for the account or period yet.</summary>
    public const string DataUnavailable = "data-unavailable";

    /// <summary>AWS refused the request as malformed: a fault of ours.</summary>
    public const string InvalidRequest = "invalid-request";

    /// <summary>Our clock and AWS's differ by more than signatures allow.</summary>
    public const string ClockSkew = "clock-skew";

    /// <summary>The account belongs to no organization, so it has no list of linked accounts.</summary>
    public const string NoOrganization = "no-organization";

    /// <summary>The breaker is open after repeated failures.</summary>
    public const string CircuitOpen = "circuit-open";

    /// <summary>Our own program failed at it.</summary>
    public const string InternalError = "internal-error";
}
