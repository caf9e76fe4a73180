namespace Archera.Sandbox.Aws.Faults;

public enum FaultKind
{
    /// <summary>Refused with the service's own throttling code.</summary>
    Throttle,
    /// <summary>The service's own internal error, status 500.</summary>
    Error500,
    /// <summary>STS says that the account has it switched off in the Region; other services do not know it.</summary>
    RegionDisabled,
    /// <summary>EC2 says that the account is not subscribed to it, as while AWS verifies a new account.</summary>
    NotSubscribed,
    /// <summary>Cost Explorer says that there are no data, as while it prepares them.</summary>
    DataUnavailable,
    /// <summary>STS decides by the role's trust as it was before its last change, as it does for seconds.</summary>
    StaleTrust,
    /// <summary>The connection is reset in the middle of the body.</summary>
    Reset,
    /// <summary>Half of the body, as a complete HTTP answer.</summary>
    Truncate,
    /// <summary>A proxy's sign-in page with status 200.</summary>
    Html200,
    /// <summary>The page token that was sent comes back, so that paging would never end.</summary>
    RepeatToken,
    /// <summary>GetMetricData succeeds, and says Forbidden of every second metric.</summary>
    MetricForbidden,
    /// <summary>GetMetricData succeeds, and says InternalError of every second metric.</summary>
    MetricInternalError,
    /// <summary>The answer starts late, by the milliseconds given.</summary>
    Latency,
    /// <summary>The body comes in small pieces, with the milliseconds given before each.</summary>
    SlowBody,
    /// <summary>AWS's clock is ahead by the milliseconds given (behind when negative).</summary>
    ClockSkew,
}
