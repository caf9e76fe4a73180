using Archera.Contracts.Identity;

namespace Archera.Contracts.Reports;

/// <summary>One machine on one day.</summary>
/// <param name="State">AWS's word at the newest look of the day, such as <c>running</c>.</param>
/// <param name="LaunchedAt">Its newest start until then.</param>
/// <param name="Up">How long it was up, at least.</param>
/// <param name="AtMost">How long at most: longer where a stop hid between two looks.</param>
[GenerateSerializer, Immutable, Alias("archera.MachineDayRow")]
public sealed record MachineDayRow(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] AwsRegion Region,
    [property: Id(2)] string InstanceId,
    [property: Id(3)] string InstanceType,
    [property: Id(4)] string? Zone,
    [property: Id(5)] string? Name,
    [property: Id(6)] string? Platform,
    [property: Id(7)] string Lifecycle,
    [property: Id(8)] string State,
    [property: Id(9)] DateTimeOffset LaunchedAt,
    [property: Id(10)] TimeSpan Up,
    [property: Id(11)] TimeSpan AtMost);
