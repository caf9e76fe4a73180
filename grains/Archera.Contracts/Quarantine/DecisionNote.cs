namespace Archera.Contracts.Quarantine;

/// <summary>What is kept of who decided, and why. No tenant sees it.</summary>
/// <param name="Reason">The operator's own words.</param>
/// <param name="KeyId">The id of the operator's key that decided; never the key.</param>
[GenerateSerializer, Immutable, Alias("archera.DecisionNote")]
public sealed record DecisionNote(
    [property: Id(0)] string Reason,
    [property: Id(1)] string KeyId);
