using System.Globalization;
using Archera.Sandbox.Aws.Worlds.Focus;

namespace Archera.Sandbox.Aws.CloudWatch.Files;

/// <summary>
/// A folder of recorded series: <c>manifest.csv</c> names each file with its namespace, metric and unit; a file is
/// gzip CSV of <c>timestamp,value</c>, in UTC.
/// </summary>
internal static class MetricFolder
{
    internal const string Manifest = "manifest.csv";
    private const string Endings = ".csv.gz";
    private const string Custom = "Custom";
    private const string Stamp = "yyyy-MM-dd HH:mm:ss";
    private const char Unknown = '(';

    private static readonly string[] ManifestColumns = ["file", "namespace", "metric", "unit"];
    private static readonly string[] Columns = ["timestamp", "value"];

    /// <exception cref="FocusFormatException">A file can't become a series without guessing.</exception>
    internal static IReadOnlyList<RecordedMetric> Read(string folder)
    {
        var manifest = Path.Combine(folder, Manifest);
        if (!File.Exists(manifest))
            throw new FileNotFoundException($"{folder} has no {Manifest}, which says what its series measure.");
        using var reader = new StreamReader(manifest);
        var csv = new CsvReader(reader, manifest);
        Require(csv, ManifestColumns);
        var metrics = new List<RecordedMetric>();
        while (csv.ReadRecord() is { } record)
        {
            if (record.Count < ManifestColumns.Length || !record[0].EndsWith(Endings, StringComparison.Ordinal))
                throw csv.Refuse($"is no line about a file *{Endings}.");
            metrics.Add(Read(folder, record));
        }

        return metrics;
    }

    /// <summary>Where a recording does not tell what it is of, it is a metric of the customer's own.</summary>
    private static RecordedMetric Read(string folder, List<string> record)
    {
        var name = record[0][..^Endings.Length];
        var isKnown = !record[1].StartsWith(Unknown);
        return new RecordedMetric(
            name, isKnown ? record[1] : Custom, isKnown ? record[2] : name, record[3],
            [.. Samples(Path.Combine(folder, record[0]))]);
    }

    private static List<MetricSample> Samples(string path)
    {
        using var gzip = new WholeGzipStream(File.OpenRead(path));
        using var reader = new StreamReader(gzip);
        var csv = new CsvReader(reader, path);
        Require(csv, Columns);
        var samples = new List<MetricSample>();
        while (csv.ReadRecord() is { } record)
        {
            if (record.Count != Columns.Length
                || !DateTime.TryParseExact(
                    record[0], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal
                    | DateTimeStyles.AdjustToUniversal, out var at)
                || !double.TryParse(record[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                throw csv.Refuse($"is no line of {Stamp} and a number.");
            var sample = new MetricSample(new DateTimeOffset(at).ToUnixTimeSeconds(), value);
            if (samples.Count > 0 && sample.At < samples[^1].At)
                throw csv.Refuse("is older than the line before.");
            samples.Add(sample);
        }

        return samples.Count > 0 ? samples : throw csv.Refuse("has no measurement.");
    }

    private static void Require(CsvReader csv, string[] columns)
    {
        if (csv.ReadRecord() is not { } head || !head.Take(columns.Length).SequenceEqual(columns))
            throw csv.Refuse($"the first columns must be {string.Join(", ", columns)}.");
    }
}
