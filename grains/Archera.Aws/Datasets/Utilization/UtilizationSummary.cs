namespace Archera.Aws.Datasets.Utilization;

/// <summary>What the points of a metric come to.</summary>
/// <remarks>
/// Each point counts once for each time that it is there: two measurements of one moment are two, as in CloudWatch's
/// own statistics. A gap is no point, and stands for nothing: neither for 0 nor for what was before it. The order of
/// the points does not matter, not even for the last digit.
/// </remarks>
/// <param name="Points">How many there are.</param>
/// <param name="P95">Nearest rank: the least point that 95 % of the points do not exceed.</param>
public sealed record UtilizationSummary(int Points, double Mean, double P95, double Maximum)
{
    private const int Percent = 95;

    /// <returns>Null for no points: there is no such thing as the mean of nothing.</returns>
    public static UtilizationSummary? Of(IReadOnlyList<MetricPoint> points) => Of(points, points);

    /// <param name="points">What mean and percentile are made of.</param>
    /// <param name="peaks">What the maximum is taken from: the highest measurements within the points.</param>
    public static UtilizationSummary? Of(IReadOnlyList<MetricPoint> points, IReadOnlyList<MetricPoint> peaks)
    {
        if (points.Count == 0)
            return null;
        var values = new double[points.Count];
        for (var at = 0; at < values.Length; at++)
            values[at] = points[at].Value;
        values.AsSpan().Sort();
        var maximum = values[^1];
        foreach (var peak in peaks)
            maximum = Math.Max(maximum, peak.Value);
        return new UtilizationSummary(values.Length, MeanOf(values), NearestRank(values, Percent), maximum);
    }

    /// <summary>The value at the rank; of values in their order, at least one.</summary>
    public static double NearestRank(ReadOnlySpan<double> ordered, int percent) =>
        ordered[(int)(((long)ordered.Length * percent) + 99) / 100 - 1];

    /// <summary>
    /// The mean of values in their order. What an addition rounds away is carried along (Neumaier): the sum of a month
    /// of bytes has no room for its own small points.
    /// </summary>
    internal static double MeanOf(ReadOnlySpan<double> values)
    {
        var (sum, rest) = (0.0, 0.0);
        foreach (var value in values)
        {
            var next = sum + value;
            rest += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        return (sum + rest) / values.Length;
    }
}
