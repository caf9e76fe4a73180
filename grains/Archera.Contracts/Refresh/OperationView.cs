using Archera.Contracts.Identity;

namespace Archera.Contracts.Refresh;

/// <summary>
/// A refresh, a back-fill or an offboarding as it stands. What is due and done are partitions of a refresh or a
/// back-fill, steps of an offboarding. Times are by the real clock, spend is what AWS charges the customer.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.OperationView")]
public sealed record OperationView(
    [property: Id(0)] OperationId Id,
    [property: Id(1)] OperationState State,
    [property: Id(2)] int Due,
    [property: Id(3)] int Done,
    [property: Id(4)] int Late,
    [property: Id(5)] int AwsCalls,
    [property: Id(6)] decimal AwsCostUsd,
    [property: Id(7)] DateTimeOffset StartedAt,
    [property: Id(8)] DateTimeOffset? EndedAt)
{
    [Id(9)]
    public OperationKind Kind { get; init; }

    /// <summary>The signed receipt of an offboarding that has ended.</summary>
    [Id(10)]
    public string? ReceiptId { get; init; }

    /// <summary>Why an offboarding or a back-fill is late and what happens next, in words.</summary>
    [Id(11)]
    public string? Detail { get; init; }

    /// <summary>The tenant that it runs for: nobody else sees it, whoever gets the account later.</summary>
    [Id(12)]
    public TenantId? Tenant { get; init; }
}
