using Archera.Contracts.Identity;

namespace Archera.Contracts.Reports;

/// <summary>One machine over the asked days, or on one of them.</summary>
/// <param name="Account">The linked account that it is in.</param>
/// <param name="Newest">What is known of it on the newest of the days that it was seen on.</param>
/// <param name="Up">How long it was up, at least.</param>
/// <param name="AtMost">How long at most: longer where a stop hid between two looks.</param>
/// <param name="Day">The day that the row is of; null: of all asked days.</param>
[GenerateSerializer, Immutable, Alias("archera.MachineRow")]
public sealed record MachineRow(
    [property: Id(0)] AccountKey Account,
    [property: Id(1)] MachineDayRow Newest,
    [property: Id(2)] TimeSpan Up,
    [property: Id(3)] TimeSpan AtMost,
    [property: Id(4)] DateOnly? Day = null);
