using Archera.Aws.Datasets.Utilization;

namespace Archera.UnitTests.Aws.Utilization;

public sealed class UtilizationSummaryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Seventeen real series, as CloudWatch recorded them: every figure to the last bit.</summary>
    [Theory]
    [MemberData(nameof(RecordedSeries.Names), MemberType = typeof(RecordedSeries))]
    public void Equals_the_manifest_of_the_recorded_series(string file)
    {
        var recorded = RecordedSeries.Read(file);
        var shifted = recorded.ShiftedToEndOn(new DateOnly(2026, 11, 24));

        var summary = UtilizationSummary.Of(shifted)!;

        shifted[^1].At.Date.ShouldBe(new DateTime(2026, 11, 24));
        shifted[^1].At.TimeOfDay.ShouldBe(recorded.Points[^1].At.TimeOfDay);
        summary.ShouldBe(recorded.Manifest);
    }

    [Fact]
    public void Is_nothing_where_there_are_no_points() => UtilizationSummary.Of([]).ShouldBeNull();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(19, 19)]
    [InlineData(20, 19)]
    [InlineData(21, 20)]
    [InlineData(100, 95)]
    [InlineData(288, 274)]
    public void Takes_the_value_at_the_nearest_rank(int points, int rank) => UtilizationSummary
        .Of([.. Enumerable.Range(1, points).Reverse().Select(value => Point(value, value))])!.P95.ShouldBe(rank);

    [Fact]
    public void Counts_what_was_measured_twice_at_one_moment_twice() => UtilizationSummary
        .Of([Point(0, 10), Point(0, 20), Point(1, 60)]).ShouldBe(new UtilizationSummary(3, 30, 60, 60));

    [Fact]
    public void Takes_a_gap_for_nothing() => UtilizationSummary
        .Of([Point(0, 10), Point(200, 20)]).ShouldBe(new UtilizationSummary(2, 15, 20, 20));

    [Fact]
    public void Does_not_depend_on_the_order_of_points()
    {
        var random = new Random(7);
        var points = Enumerable.Range(0, 1_000).Select(at => Point(at, random.NextDouble() * 1e9)).ToArray();
        var summary = UtilizationSummary.Of(points);

        random.Shuffle(points);

        UtilizationSummary.Of(points).ShouldBe(summary);
    }

    [Fact]
    public void Loses_no_small_point_beside_large_ones() => UtilizationSummary
        .Of([Point(0, 1), Point(1, 1e100), Point(2, 1), Point(3, -1e100)])!.Mean.ShouldBe(0.5);

    [Fact]
    public void Takes_the_maximum_from_the_peaks_within_the_points() => UtilizationSummary
        .Of([Point(0, 10), Point(1, 20)], [Point(0, 90), Point(1, 30)])
        .ShouldBe(new UtilizationSummary(2, 15, 20, 90));

    private static MetricPoint Point(int at, double value) => new(Start.AddMinutes(5 * at), value);
}
