using System.Collections.Immutable;
using Archera.Contracts.Refresh;

namespace Archera.Aws.Datasets;

/// <summary>What a plan is made from.</summary>
/// <param name="Now">The billing clock; its date is the billing today, which is never read.</param>
/// <param name="FirstDay">The first day that the account is read for.</param>
/// <param name="Days">The days that are stored, with when they were read.</param>
/// <param name="Everything">Read all that AWS may still restate, due or not: somebody asked.</param>
public sealed record DatasetPlanRequest(
    DateTimeOffset Now,
    DateOnly FirstDay,
    IReadOnlyDictionary<DateOnly, DayCheckpoint> Days,
    bool Everything)
{
    /// <summary>
    /// Days whose newest read failed. They are due whatever their age: nothing else would ever end their lateness.
    /// </summary>
    public IReadOnlySet<DateOnly> Late { get; init; } = ImmutableHashSet<DateOnly>.Empty;

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);
}
