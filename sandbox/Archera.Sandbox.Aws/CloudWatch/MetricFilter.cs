using System.Text.Json;
using static Archera.Sandbox.Aws.CloudWatch.CloudWatchInput;

namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>Which metrics a ListMetrics is about.</summary>
internal sealed record MetricFilter(
    string? Namespace, string? Name, IReadOnlyList<(string Name, string? Value)> Dimensions, bool RecentOnly,
    string? OwningAccount)
{
    private const int MaxDimensions = 10;
    private const int MaxNameLength = 255;
    private const int MaxValueLength = 1_024;
    private const long NewSeconds = 15 * 60;
    private const long SilentSeconds = 14 * 86_400;
    private const long RecentSeconds = 3 * 3_600;

    internal static MetricFilter Read(JsonElement input, CloudWatchInput checks)
    {
        var dimensions = Items(input, "Dimensions");
        if (dimensions.Count > MaxDimensions)
            checks.Wrong($"The collection Dimensions must not have a size greater than {Number(MaxDimensions)}.");
        checks.OneOf(Text(input, "RecentlyActive"), "RecentlyActive", ["PT3H"]);
        return new MetricFilter(
            Bounded(input, "Namespace"),
            Bounded(input, "MetricName"),
            [.. dimensions.Select((dimension, index) => (
                checks.Required(dimension, "Name", $"Dimensions.member.{Number(index + 1)}", MaxNameLength),
                Bounded(dimension, "Value", MaxValueLength)))],
            Member(input, "RecentlyActive") is not null,
            Text(input, "OwningAccount"));

        string? Bounded(JsonElement structure, string name, int maxLength = MaxNameLength)
        {
            var text = Text(structure, name);
            if (text is { Length: 0 } || text?.Length > maxLength)
                checks.Wrong($"The parameter {name} must have 1 to {Number(maxLength)} characters.");
            return text;
        }
    }

    /// <summary>
    /// A new metric is listed a quarter of an hour after its first measurement, a silent one two weeks long.
    /// </summary>
    internal bool Lists(IMetricSeries series, long now) =>
        Matches(series.Key)
        && series.Life(now) is { } life
        && life.First <= now - NewSeconds
        && life.Last > Since(now);

    /// <summary>What had its last measurement then or before is not listed any more.</summary>
    internal long Since(long now) => now - (RecentOnly ? RecentSeconds : SilentSeconds);

    private bool Matches(MetricKey key) =>
        (Namespace ?? key.Namespace) == key.Namespace
        && (Name ?? key.Name) == key.Name
        && Dimensions.All(wanted => key.Dimension(wanted.Name) is { } value && (wanted.Value ?? value) == value);
}
