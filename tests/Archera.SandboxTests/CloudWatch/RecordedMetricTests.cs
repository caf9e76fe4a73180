using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.CloudWatch;
using Archera.Sandbox.Aws.Machines;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Aws.Worlds.Focus;

namespace Archera.SandboxTests.CloudWatch;

/// <summary>Recorded series in the place of computed ones.</summary>
public sealed class RecordedMetricTests : IDisposable
{
    private const string Head = "file,namespace,metric,unit\n";

    private static readonly DateTimeOffset Noon = MetricLab.Noon;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("metrics");

    [Fact]
    public async Task Stand_on_a_machine_shifted_by_whole_days_with_what_is_double_and_off_the_grid()
    {
        Write(Head + "a.csv.gz,AWS/EC2,CPUUtilization,Percent\n");
        WriteSeries("a", "2014-02-14 23:57:00,10", "2014-02-15 00:02:00,20", "2014-02-15 00:02:00,40",
            "2014-02-15 00:04:00,60");
        await using var lab = await StartAsync(_folder.FullName);
        var series = Recorded(lab).ShouldHaveSingleItem();
        var query = MetricLab.Query("m1", "CPUUtilization", "Sum");
        query["MetricStat"]!["Metric"]!["Dimensions"]![0]!["Value"] = series.Key.Dimension("InstanceId");
        var counted = (JsonObject)query.DeepClone();
        (counted["Id"], counted["MetricStat"]!["Stat"]) = ("m2", "SampleCount");

        var answer = await lab.CallAsync(
            "GetMetricData",
            MetricLab.Request(Noon.AddDays(-3).AddHours(-12), Noon, query, counted),
            request => request.Region = RegionOf(lab, series));

        MetricAnswer.Of(answer.Json).Rows.ShouldBe(["m1 Complete 23:55=10 00:00=120", "m2 Complete 23:55=1 00:00=3"]);
        series.Samples(0, long.MaxValue).Last().At
            .ShouldBe(MetricLab.Seconds(new DateTimeOffset(2026, 11, 24, 0, 4, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Of_other_services_stand_beside_the_machines()
    {
        Write(Head + "b.csv.gz,AWS/RDS,CPUUtilization,Percent\nc.csv.gz,\"(unknown, it says)\",(what),None\n");
        WriteSeries("b", "2014-02-14 23:57:00,10");
        WriteSeries("c", "2014-02-14 23:57:00,10");
        await using var lab = await StartAsync(_folder.FullName);

        var keys = EverySeries(lab).Select(series => series.Key.ToString()).ToList();

        keys.ShouldContain("AWS/RDS CPUUtilization DBInstanceIdentifier b");
        keys.ShouldContain("Custom c Source c");
    }

    [Theory]
    [InlineData("2014-02-14 23:57,10", "is no line of")]
    [InlineData("2014-02-14 23:57:00,ten", "is no line of")]
    [InlineData("2014-02-14 23:57:00,1\n2014-02-14 23:52:00,1", "is older than the line before")]
    [InlineData("", "has no measurement")]
    public async Task Are_refused_with_file_and_line_where_they_can_not_be_read(string lines, string words)
    {
        Write(Head + "a.csv.gz,AWS/EC2,CPUUtilization,Percent\n");
        WriteSeries("a", lines);

        var refused = await Should.ThrowAsync<FocusFormatException>(() => StartAsync(_folder.FullName));

        refused.Message.ShouldContain("a.csv.gz");
        refused.Message.ShouldContain(words);
    }

    [Fact]
    public async Task Need_a_manifest_and_machines_enough()
    {
        var without = await Should.ThrowAsync<FileNotFoundException>(() => StartAsync(_folder.FullName));
        Write(Head + "a.csv.gz,AWS/EC2,CPUUtilization,Percent\n");
        WriteSeries("a", "2014-02-14 23:57:00,10");
        var few = await Should.ThrowAsync<ArgumentException>(
            () => StartAsync(_folder.FullName, TinyWorld.Create()));

        without.Message.ShouldContain("has no manifest.csv");
        few.Message.ShouldContain("Take a world with more accounts or machines.");
    }

    /// <summary>Every real series of EC2: count, mean and maximum are those of the manifest.</summary>
    [Fact]
    public async Task Give_the_figures_of_their_manifest_through_the_API()
    {
        var folder = Shared("cloudwatch");
        Assert.SkipWhen(folder is null, "shared/data/cloudwatch is not on this machine");
        await using var lab = await StartAsync(folder);
        var rows = (await File.ReadAllLinesAsync(
            Path.Combine(folder, "manifest.csv"), TestContext.Current.CancellationToken))
            .Skip(1).Select(line => line.Split(',')).Where(row => row[1] == "AWS/EC2").ToList();

        var read = new List<(string Name, double Count, double Mean, double Maximum)>();
        foreach (var series in Recorded(lab))
            read.Add(await FiguresAsync(lab, series));

        read.Count.ShouldBe(13);
        foreach (var row in rows)
        {
            var (count, mean, maximum) = (Figure(row[7]), Figure(row[13]), Figure(row[14]));
            read.ShouldContain(
                each => each.Name == row[2] && each.Count == count && each.Maximum == maximum
                    && Math.Abs((each.Mean / mean) - 1) < 1e-9,
                row[0]);
        }

        static double Figure(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<(string Name, double Count, double Mean, double Maximum)> FiguresAsync(
        MetricLab lab, IMetricSeries series)
    {
        var keys = SigningKeys.Of(lab.Sandbox.Aws.Users.Administrator(Place(lab, series).Account));
        string[] statistics = ["SampleCount", "Sum", "Maximum"];
        var queries = statistics.Select((stat, index) =>
        {
            var query = MetricLab.Query($"m{index}", series.Key.Name, stat);
            query["MetricStat"]!["Metric"]!["Dimensions"]![0]!["Value"] = series.Key.Dimension("InstanceId");
            return query;
        });
        var answer = await lab.CallAsync(
            "GetMetricData",
            MetricLab.Request(Noon.AddDays(-20), Noon, [.. queries]),
            request => request.Region = RegionOf(lab, series),
            keys);
        var figures = answer.Json.GetProperty("MetricDataResults").EnumerateArray()
            .Select(row => row.GetProperty("Values").EnumerateArray().Select(value => value.GetDouble()).ToList())
            .ToList();
        var (count, sum) = (figures[0].Sum(), figures[1].Sum());
        return (series.Key.Name, count, sum / count, figures[2].Max());
    }

    private static Task<MetricLab> StartAsync(string folder, AwsWorld? world = null) => MetricLab.StartAsync(
        cut: options => options with { Folder = folder },
        configure: options => options with
        {
            World = world ?? new AwsWorld(TinyWorld.Create().Organizations, new MachineWorld(7, 28)),
        });

    private static List<IMetricSeries> EverySeries(MetricLab lab) =>
        [.. Places(lab).SelectMany(place => Of(lab, place))];

    /// <summary>They are put by the minute, but minutes apart, as nothing else of EC2 here.</summary>
    private static List<IMetricSeries> Recorded(MetricLab lab) =>
    [
        .. EverySeries(lab).Where(series => series is { ReportSeconds: 60, Key.Namespace: "AWS/EC2" }
            && series.Samples(MetricLab.Seconds(Noon.AddDays(-20)), MetricLab.Seconds(Noon))
                .Take(2).Select(sample => sample.At).ToArray() is [var first, var second] && second - first > 120),
    ];

    private static IEnumerable<IMetricSeries> Of(
        MetricLab lab, (string Account, string Region) place) => lab.Sandbox.Aws.Metrics.Between(
            place.Account, place.Region, MetricLab.Seconds(Noon.AddDays(-20)), MetricLab.Seconds(Noon));

    private static IEnumerable<(string Account, string Region)> Places(MetricLab lab) =>
        from account in lab.Sandbox.Aws.World.Organizations[0].Accounts.Take(12)
        from region in new[] { "us-east-1", "eu-west-1", "us-west-2", "eu-central-1" }
        select (account.Id, region);

    private static string RegionOf(MetricLab lab, IMetricSeries series) =>
        Place(lab, series).Region;

    private static (string Account, string Region) Place(
        MetricLab lab, IMetricSeries series) => Places(lab).First(
            place => lab.Sandbox.Aws.Metrics.Find(place.Account, place.Region, series.Key) is not null);

    /// <summary>A folder of data from outside, which stays outside; null where it is not.</summary>
    internal static string? Shared(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", name);
            if (Directory.Exists(data))
                return data;
        }

        return null;
    }

    private void Write(string manifest) => File.WriteAllText(Path.Combine(_folder.FullName, "manifest.csv"), manifest);

    private void WriteSeries(string name, params string[] lines)
    {
        using var gzip = new GZipStream(
            File.Create(Path.Combine(_folder.FullName, name + ".csv.gz")), CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes("timestamp,value\n" + string.Join('\n', lines) + "\n"));
    }
}
