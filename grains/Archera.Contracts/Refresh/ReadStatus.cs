using System.Collections.Immutable;

namespace Archera.Contracts.Refresh;

/// <summary>What the account knows of its own reading of one dataset.</summary>
/// <param name="FirstDay">The first day that the account is read for; earlier days are never expected.</param>
/// <param name="Late">Why days are late; empty when nothing is.</param>
[GenerateSerializer, Immutable, Alias("archera.ReadStatus")]
public sealed record ReadStatus(
    [property: Id(0)] DateOnly FirstDay,
    [property: Id(1)] ImmutableArray<LateRead> Late);
