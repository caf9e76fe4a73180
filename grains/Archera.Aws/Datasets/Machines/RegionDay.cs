namespace Archera.Aws.Datasets.Machines;

/// <summary>What is known of one Region for a day.</summary>
/// <param name="From">Since when the machines are known, within the day.</param>
/// <param name="To">Until when; the same as <paramref name="From"/> where the newest look brought nothing.</param>
public sealed record RegionDay(
    string Region, RegionStanding Standing, DateTimeOffset From, DateTimeOffset To, string? Reason, string? Detail);
