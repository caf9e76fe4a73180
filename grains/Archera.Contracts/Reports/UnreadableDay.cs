namespace Archera.Contracts.Reports;

/// <summary>
/// A day whose stored record can't be answered from: it is named, never served and never taken for empty.
/// </summary>
/// <param name="Reason">A stable code, such as <c>damaged</c>.</param>
[GenerateSerializer, Immutable, Alias("archera.UnreadableDay")]
public sealed record UnreadableDay(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] string Reason,
    [property: Id(2)] string Detail);
