using System.Collections.Immutable;

namespace Archera.Aws.Datasets.Utilization;

/// <summary>
/// A day of machines' use as compact bytes: the same day always gives the same. Figures are kept to the last bit, a
/// machine is named once, and a series has 25 bytes and 17 for each hour.
/// </summary>
public static class UtilizationCodec
{
    public const int SchemaVersion = 1;

    /// <summary>Far above 100,000 machines of 10 metrics, so that damage can't ask for gigabytes.</summary>
    private const int MaxSeries = 2_000_000;

    private const int HoursOfDay = 24;

    public static byte[] Encode(UtilizationDay day)
    {
        using var bytes = new MemoryStream(256 + (day.Series.Length * 128));
        using var writer = new BinaryWriter(bytes);
        writer.Write(day.Day.DayNumber);
        writer.Write(day.Until.UtcTicks);
        writer.Write7BitEncodedInt(day.Regions.Length);
        foreach (var region in day.Regions)
        {
            writer.Write(region.Region);
            writer.Write(region.Reason ?? "");
            writer.Write(region.Detail ?? "");
        }

        writer.Write7BitEncodedInt(day.Series.Length);
        SeriesDay? last = null;
        foreach (var series in day.Series)
        {
            Write(writer, series, last);
            last = series;
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The content is damaged or of an unknown schema version.</exception>
    public static UtilizationDay Decode(int schemaVersion, byte[] content)
    {
        if (schemaVersion != SchemaVersion)
        {
            throw new InvalidDataException(
                $"Utilization of schema version {schemaVersion} can't be read; this version knows {SchemaVersion}.");
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(content, writable: false));
            var day = DateOnly.FromDayNumber(reader.ReadInt32());
            var until = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
            var regions = ImmutableArray.CreateBuilder<RegionUtilization>();
            for (var left = Count(reader, MaxSeries); left > 0; left--)
                regions.Add(new RegionUtilization(reader.ReadString(), Text(reader), Text(reader)));
            var series = ImmutableArray.CreateBuilder<SeriesDay>();
            for (var left = Count(reader, MaxSeries); left > 0; left--)
                series.Add(Read(reader, series.Count > 0 ? series[^1] : null));
            if (reader.BaseStream.Position != content.Length)
                throw Damaged(null);
            return new UtilizationDay(day, until, regions.ToImmutable(), series.ToImmutable());
        }
        catch (Exception exception) when (exception is IOException or FormatException or ArgumentException)
        {
            throw Damaged(exception);
        }
    }

    private static void Write(BinaryWriter writer, SeriesDay series, SeriesDay? last)
    {
        writer.Write(series.Region == last?.Region ? "" : series.Region);
        writer.Write(series.InstanceId == last?.InstanceId ? "" : series.InstanceId);
        writer.Write((byte)series.Metric);
        writer.Write((byte)series.Standing);
        writer.Write7BitEncodedInt(series.PeriodSeconds);
        writer.Write7BitEncodedInt(series.Summary?.Points ?? 0);
        if (series.Summary is not { } summary)
            return;
        writer.Write(summary.Mean);
        writer.Write(summary.P95);
        writer.Write(summary.Maximum);
        writer.Write((byte)series.Hours.Length);
        foreach (var hour in series.Hours)
        {
            writer.Write((byte)hour.Hour);
            writer.Write7BitEncodedInt(hour.Points);
            writer.Write(hour.Mean);
            writer.Write(hour.Maximum);
        }
    }

    private static SeriesDay Read(BinaryReader reader, SeriesDay? last)
    {
        var (region, instance) = (reader.ReadString(), reader.ReadString());
        var metric = Known((MachineMetric)reader.ReadByte());
        var standing = Known((MetricStanding)reader.ReadByte());
        var (period, points) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        var summary = points == 0
            ? null
            : new UtilizationSummary(points, reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        var hours = ImmutableArray.CreateBuilder<HourPoint>();
        for (var left = summary is null ? 0 : reader.ReadByte(); left > 0; left--)
        {
            var hour = reader.ReadByte();
            if (hour >= HoursOfDay)
                throw Damaged(null);
            hours.Add(new HourPoint(hour, reader.Read7BitEncodedInt(), reader.ReadDouble(), reader.ReadDouble()));
        }

        return new SeriesDay(
            region.Length > 0 ? region : last?.Region ?? throw Damaged(null),
            instance.Length > 0 ? instance : last?.InstanceId ?? throw Damaged(null),
            metric,
            period,
            standing,
            summary,
            hours.ToImmutable());
    }

    private static int Count(BinaryReader reader, int most)
    {
        var count = reader.Read7BitEncodedInt();
        return count >= 0 && count <= most ? count : throw Damaged(null);
    }

    private static string? Text(BinaryReader reader) => reader.ReadString() is { Length: > 0 } text ? text : null;

    private static T Known<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value) ? value : throw Damaged(null);

    private static InvalidDataException Damaged(Exception? cause) =>
        new("The stored utilization is damaged. Read it again.", cause);
}
