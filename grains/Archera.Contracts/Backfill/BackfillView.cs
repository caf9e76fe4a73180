using Archera.Contracts.Refresh;

namespace Archera.Contracts.Backfill;

/// <summary>An account's back-fill: what it costs, and how it stands.</summary>
/// <param name="Price">As it was planned when it was started; as it would be now while nobody has.</param>
/// <param name="Operation">What is done and spent; null while nobody has started it.</param>
/// <param name="Reason">Why it is late, as a stable code; null when it is not.</param>
/// <param name="NextTryAt">When it goes on by itself, by the billing clock.</param>
[GenerateSerializer, Immutable, Alias("archera.BackfillView")]
public sealed record BackfillView(
    [property: Id(0)] BackfillPrice Price,
    [property: Id(1)] BackfillState State,
    [property: Id(2)] OperationView? Operation,
    [property: Id(3)] string? Reason,
    [property: Id(4)] DateTimeOffset? NextTryAt);
