using Archera.Contracts.Identity;

namespace Archera.Contracts.Reports;

/// <summary>A Region whose machines were not read.</summary>
/// <param name="SeenUntil">Until when its machines are known within the asked days; null: not at all.</param>
/// <param name="Detail">Why, in words; null where the account is not in the Region.</param>
[GenerateSerializer, Immutable, Alias("archera.UnseenRegion")]
public sealed record UnseenRegion(
    [property: Id(0)] AwsRegion Region,
    [property: Id(1)] UnseenBecause Because,
    [property: Id(2)] DateTimeOffset? SeenUntil,
    [property: Id(3)] string? Detail);
