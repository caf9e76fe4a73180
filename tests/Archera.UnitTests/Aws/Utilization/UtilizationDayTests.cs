using Archera.Aws.Datasets.Utilization;

namespace Archera.UnitTests.Aws.Utilization;

public sealed class UtilizationDayTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    private static readonly MetricWindow TwoDays = MetricLab.Day with { To = MetricLab.Midnight.AddDays(2) };

    [Fact]
    public void Has_the_hours_that_have_points_and_no_other()
    {
        var reading = Reading([Point(0, 10), Point(1, 30), Point(36, 4)], [Point(0, 50), Point(1, 40), Point(36, 5)]);

        var (day, series) = SeriesDay.Of("eu-west-1", reading, TwoDays).ShouldHaveSingleItem();

        day.ShouldBe(Day);
        series.Summary.ShouldBe(new UtilizationSummary(3, 44.0 / 3, 30, 50));
        series.Hours.ShouldBe([new HourPoint(0, 2, 20, 50), new HourPoint(3, 1, 4, 5)]);
    }

    [Fact]
    public void Is_cut_at_midnight()
    {
        var reading = Reading([Point(287, 1), Point(288, 2)], [Point(287, 1), Point(288, 2)]);

        SeriesDay.Of("eu-west-1", reading, TwoDays).Select(each => (each.Day, each.Series.Summary!.Mean))
            .ShouldBe([(Day, 1), (Day.AddDays(1), 2)]);
    }

    [Fact]
    public void Says_of_every_day_of_the_window_that_a_metric_was_refused()
    {
        var reading = Reading([], []) with { Standing = MetricStanding.Forbidden };

        SeriesDay.Of("eu-west-1", reading, TwoDays)
            .Select(each => (each.Day, each.Series.Standing, each.Series.Summary))
            .ShouldBe(
            [
                (Day, MetricStanding.Forbidden, null), (Day.AddDays(1), MetricStanding.Forbidden, null),
            ]);
    }

    [Fact]
    public void Keeps_what_was_known_of_what_can_not_be_read_now()
    {
        var before = DayOf([Read("eu-west-1"), Read("us-east-1")], Series("eu-west-1", 1), Series("us-east-1", 2));
        var now = DayOf([Failed("eu-west-1"), Read("us-east-1")], Series("us-east-1", null));

        now.After(before).Series.Select(series => (series.Region, series.Summary?.Mean))
            .ShouldBe([("eu-west-1", 1), ("us-east-1", 2)]);
    }

    [Fact]
    public void Replaces_what_was_read_also_with_nothing()
    {
        var before = DayOf([Read("eu-west-1"), Read("us-east-1")], Series("eu-west-1", 1), Series("us-east-1", 2));
        var now = DayOf([Read("eu-west-1"), Read("us-east-1")], Series("us-east-1", 3));

        now.After(before).Series.ShouldBe(now.Series);
    }

    [Fact]
    public void Is_the_same_after_it_was_written_and_read()
    {
        var day = DayOf(
            [Read("eu-west-1"), Failed("us-east-1")], Series("eu-west-1", 1.0 / 3), Series("us-east-1", null));

        var bytes = UtilizationCodec.Encode(day);
        var read = UtilizationCodec.Decode(UtilizationCodec.SchemaVersion, bytes);

        UtilizationCodec.Encode(read).ShouldBe(bytes);
        (read.Day, read.Until).ShouldBe((day.Day, day.Until));
        read.Regions.ShouldBe(day.Regions);
        read.Series.Select(Text).ShouldBe(day.Series.Select(Text));
    }

    [Fact]
    public void Is_refused_where_its_bytes_are_damaged()
    {
        var bytes = UtilizationCodec.Encode(DayOf([Read("eu-west-1")], Series("eu-west-1", 1)));

        Should.Throw<InvalidDataException>(() => UtilizationCodec.Decode(2, bytes));
        Should.Throw<InvalidDataException>(() => UtilizationCodec.Decode(1, [.. bytes, 0]));
        for (var length = 0; length < bytes.Length; length++)
            Should.Throw<InvalidDataException>(() => UtilizationCodec.Decode(1, bytes[..length]));
    }

    private static string Text(SeriesDay series) => $"{series with { Hours = [] }} {string.Join(' ', series.Hours)}";

    private static SeriesReading Reading(MetricPoint[] points, MetricPoint[] peaks) => new(
        MetricLab.Series(MachineMetric.CpuUtilization), MetricStanding.Read, points, peaks);

    private static MetricPoint Point(int at, double value) => new(MetricLab.Midnight.AddMinutes(5 * at), value);

    private static UtilizationDay DayOf(RegionUtilization[] regions, params SeriesDay[] series) =>
        new(Day, MetricLab.Midnight.AddHours(7), [.. regions], [.. series]);

    private static RegionUtilization Read(string name) => new(name, null, null);

    private static RegionUtilization Failed(string name) => new(name, "access-denied", "It is denied.");

    private static SeriesDay Series(string region, double? mean) => new(
        region,
        "i-1",
        MachineMetric.CpuUtilization,
        300,
        mean is null ? MetricStanding.Failed : MetricStanding.Read,
        mean is { } known ? new UtilizationSummary(1, known, known, known) : null,
        mean is { } value ? [new HourPoint(3, 1, value, value)] : []);
}
