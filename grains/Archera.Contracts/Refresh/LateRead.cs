using Archera.Contracts.Time;

namespace Archera.Contracts.Refresh;

/// <param name="Days">The days that are late for this reason.</param>
/// <param name="Since">When they became late, by the billing clock.</param>
/// <param name="Reason">A stable code, such as <c>throttled</c> or <c>access-denied</c>.</param>
/// <param name="Detail">What happened and what to do next, in words.</param>
[GenerateSerializer, Immutable, Alias("archera.LateRead")]
public sealed record LateRead(
    [property: Id(0)] DatePeriod Days,
    [property: Id(1)] DateTimeOffset Since,
    [property: Id(2)] string Reason,
    [property: Id(3)] string Detail,
    [property: Id(4)] DateTimeOffset? NextTryAt);
