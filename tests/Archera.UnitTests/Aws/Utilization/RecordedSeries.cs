using System.Globalization;
using System.IO.Compression;
using Archera.Aws.Datasets.Utilization;

namespace Archera.UnitTests.Aws.Utilization;

/// <summary>A series that CloudWatch recorded, with what its manifest says of it. The data stays outside.</summary>
internal sealed record RecordedSeries(IReadOnlyList<MetricPoint> Points, UtilizationSummary Manifest)
{
    private const string ManifestName = "manifest.csv";

    /// <summary>One name that stands for all, where the data is not on this machine.</summary>
    public static TheoryData<string> Names => Folder() is { } folder
        ? [.. File.ReadLines(Path.Combine(folder, ManifestName)).Skip(1).Select(line => line.Split(',')[0])]
        : ["manifest.csv"];

    public static RecordedSeries Read(string file)
    {
        var folder = Folder();
        Assert.SkipWhen(folder is null, "shared/data/cloudwatch is not on this machine");
        var row = File.ReadLines(Path.Combine(folder, ManifestName))
            .Single(line => line.StartsWith(file + ",", StringComparison.Ordinal)).Split(',');
        using var text = new StreamReader(
            new GZipStream(File.OpenRead(Path.Combine(folder, file)), CompressionMode.Decompress));
        var points = text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Point);
        return new RecordedSeries(
            [.. points],
            new UtilizationSummary(
                int.Parse(row[^9], CultureInfo.InvariantCulture),
                Figure(row[^3]),
                Figure(row[^1]),
                Figure(row[^2])));
    }

    public IReadOnlyList<MetricPoint> ShiftedToEndOn(DateOnly day)
    {
        var days = day.DayNumber - DateOnly.FromDateTime(Points[^1].At.UtcDateTime).DayNumber;
        return [.. Points.Select(point => point with { At = point.At.AddDays(days) })];
    }

    private static MetricPoint Point(string line)
    {
        var cells = line.Split(',');
        var at = DateTime.ParseExact(cells[0], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return new MetricPoint(new DateTimeOffset(at, TimeSpan.Zero), Figure(cells[1]));
    }

    private static double Figure(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string? Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", "cloudwatch");
            if (File.Exists(Path.Combine(data, ManifestName)))
                return data;
        }

        return null;
    }
}
