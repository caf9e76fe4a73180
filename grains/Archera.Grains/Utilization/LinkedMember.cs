using Archera.Contracts.Identity;
using Archera.Contracts.Time;

namespace Archera.Grains.Utilization;

/// <summary>A linked account of the tenant's.</summary>
/// <param name="LeftAt">When it was first missing on a list; null while it is a member.</param>
public sealed record LinkedMember(AccountKey Account, DateTimeOffset? LeftAt)
{
    /// <summary>Nothing is expected of an account from the day on that it left.</summary>
    public DatePeriod Expected(DatePeriod days) => LeftAt is { } left
        ? days.Intersect(new DatePeriod(DateOnly.MinValue, DateOnly.FromDateTime(left.UtcDateTime)))
        : days;
}
