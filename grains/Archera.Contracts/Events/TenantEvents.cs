using System.Collections.Immutable;

namespace Archera.Contracts.Events;

/// <summary>A tenant's events above a number, oldest first.</summary>
/// <param name="Oldest">The number of the oldest event that is still kept: what lies between it and the number that was
/// asked for is gone. Null when none is kept.</param>
[GenerateSerializer, Immutable, Alias("archera.TenantEvents")]
public sealed record TenantEvents(
    [property: Id(0)] ImmutableArray<TenantEvent> Events,
    [property: Id(1)] long? Oldest);
