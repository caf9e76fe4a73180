using Archera.Contracts.Identity;

namespace Archera.Contracts.Events;

/// <param name="Number">1, 2, 3 … within the tenant, in the order of storing.</param>
/// <param name="At">When it happened, by the real clock, UTC.</param>
/// <param name="Detail">What happened and what to do next, in words; no external id, no other tenant.</param>
[GenerateSerializer, Immutable, Alias("archera.TenantEvent")]
public sealed record TenantEvent(
    [property: Id(0)] long Number,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] TenantEventKind Kind,
    [property: Id(3)] PayerAccountKey PayerAccount,
    [property: Id(4)] string Detail)
{
    /// <summary>Older events of the account that were lost before they could be stored and numbered.</summary>
    [Id(5)]
    public int LostBefore { get; init; }
}
