namespace Archera.Grains.Accounts;

/// <summary>
/// The role in use was found closed to us, or no check could tell: since when, and when it was tried last, both by the
/// billing clock. It is gone with the first check that finds the role open to us.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.state.CheckTrouble")]
public sealed record CheckTrouble(
    [property: Id(0)] DateTimeOffset Since,
    [property: Id(1)] DateTimeOffset TriedAt);
