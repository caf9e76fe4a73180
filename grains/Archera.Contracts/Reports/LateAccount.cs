using Archera.Contracts.Identity;

namespace Archera.Contracts.Reports;

[GenerateSerializer, Immutable, Alias("archera.LateAccount")]
public sealed record LateAccount(
    [property: Id(0)] string Account,
    [property: Id(1)] DatasetName Dataset,
    [property: Id(2)] DateTimeOffset Since,
    [property: Id(3)] string Reason,
    [property: Id(4)] string Detail,
    [property: Id(5)] DateTimeOffset? NextTryAt);
