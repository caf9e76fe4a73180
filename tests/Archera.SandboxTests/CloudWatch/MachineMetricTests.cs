using Archera.Sandbox.Aws.CloudWatch;
using Archera.Sandbox.Aws.Machines;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.SandboxTests.CloudWatch;

public sealed class MachineMetricTests
{
    private const string Account = TinyWorld.Payer;
    private const int Minute = 60;

    private static readonly DateTimeOffset Noon = MetricLab.Noon;
    private static readonly DateTimeOffset Start = Noon.AddDays(-1);

    [Fact]
    public async Task Measures_the_same_for_the_same_seed_however_it_is_asked()
    {
        await using var lab = await StartAsync();
        await using var again = await StartAsync();
        await using var other = await StartAsync(seed: 8);

        var whole = Told(lab, Start, Noon);
        var parts = Told(again, Noon.AddHours(-5), Noon);

        whole.Count.ShouldBeGreaterThan(10_000);
        parts.ShouldBe(whole.Where(line => line.At >= MetricLab.Seconds(Noon.AddHours(-5))), ignoreOrder: true);
        Told(other, Start, Noon).ShouldNotBe(whole);
    }

    [Fact]
    public async Task Measures_at_every_minute_that_a_machine_is_up_and_at_no_other()
    {
        await using var lab = await StartAsync();
        var machines = lab.Sandbox.Aws.World.Machines.Between(Account, null, Start, Noon);

        foreach (var machine in machines)
        {
            var minutes = Enumerable.Range(0, (int)(Noon - Start).TotalMinutes)
                .Select(number => Start.AddMinutes(number))
                .Where(machine.IsUp)
                .Select(MetricLab.Seconds);

            Samples(lab, machine, "StatusCheckFailed").Select(sample => sample.At).ShouldBe(minutes);
        }

        machines.ShouldContain(machine => !machine.IsUp(Noon));
    }

    [Fact]
    public async Task Reports_by_the_minute_with_detailed_monitoring_and_five_minutes_at_once_with_basic()
    {
        await using var lab = await StartAsync();
        var up = lab.Sandbox.Aws.World.Machines.Between(Account, null, Start, Noon)
            .Where(machine =>
                machine.Up(Start, Noon).Any(span => span.From < Start && (span.To is null || span.To > Noon)))
            .ToList();

        foreach (var machine in up)
        {
            var reports = Samples(lab, machine, "CPUUtilization").GroupBy(sample => sample.At).ToList();

            var (apart, count) = machine.DetailedMonitoring ? (Minute, 1) : (5 * Minute, 5);
            reports.ShouldAllBe(report => report.Key % apart == 0 && report.Count() == count);
            reports.Count.ShouldBe((int)(Noon - Start).TotalSeconds / apart);
        }

        up.Select(machine => machine.DetailedMonitoring).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Has_credits_of_burstable_types_and_memory_where_the_agent_runs()
    {
        await using var lab = await StartAsync();

        foreach (var machine in lab.Sandbox.Aws.World.Machines.Between(Account, null, Start, Noon))
        {
            var keys = Series(lab, machine).ToDictionary(series => series.Key.Name, series => series.Key);

            keys.ContainsKey("CPUCreditBalance").ShouldBe(machine.InstanceType.StartsWith('t'));
            keys.ContainsKey("mem_used_percent").ShouldBe(machine.HasAgent);
            keys["CPUUtilization"].ToString().ShouldBe($"AWS/EC2 CPUUtilization InstanceId {machine.InstanceId}");
            if (!machine.HasAgent)
                continue;
            var group = machine.AutoScalingGroup is { } name ? $"AutoScalingGroupName {name} " : "";
            keys["mem_used_percent"].ToString().ShouldBe(
                $"CWAgent mem_used_percent {group}ImageId {machine.ImageId} InstanceId {machine.InstanceId} "
                + $"InstanceType {machine.InstanceType}");
        }
    }

    [Fact]
    public async Task Sums_up_over_any_period_to_the_truth()
    {
        await using var lab = await StartAsync();

        foreach (var machine in lab.Sandbox.Aws.World.Machines.Between(Account, null, Start, Noon).Take(12))
        {
            var hours = await PointsAsync(lab, machine, "NetworkIn", "Sum", 3_600);
            var fives = await PointsAsync(lab, machine, "NetworkIn", "Sum", 300);
            var counts = await PointsAsync(lab, machine, "NetworkIn", "SampleCount", 3_600);
            var truth = await TruthAsync(lab, machine, "NetworkIn", 3_600);

            hours.ShouldBe(truth.Select(point => (point.At, point.Sum)));
            counts.ShouldBe(truth.Select(point => (point.At, (double)point.Count)));
            fives.GroupBy(point => point.At / 3_600 * 3_600, point => point.Value)
                .Select(hour => (hour.Key, hour.Sum())).ShouldBe(hours);
        }
    }

    [Fact]
    public async Task Falls_silent_when_its_machine_stops()
    {
        await using var lab = await StartAsync();
        var aws = lab.Sandbox.Aws;
        var id = aws.Change(new(Account, "eu-west-1", "", MachineAction.Launch, Noon.AddMinutes(-59)));
        aws.Change(new(Account, "eu-west-1", id, MachineAction.Stop, Noon.AddMinutes(-30).AddSeconds(20)));
        var machine = aws.World.Machines.Find(Account, id)!;

        var points = await PointsAsync(lab, machine, "StatusCheckFailed", "SampleCount", 600);

        points.Select(point => (point.At - MetricLab.Seconds(Noon), point.Value))
            .ShouldBe([(-3_600, 9), (-3_000, 10), (-2_400, 10), (-1_800, 1)]);
    }

    [Fact]
    public async Task Tells_no_truth_about_the_future_or_about_a_metric_that_is_not()
    {
        await using var lab = await StartAsync();
        var machine = lab.Sandbox.Aws.World.Machines.Listed(Account, "us-east-1", Noon)
            .Concat(lab.Sandbox.Aws.World.Machines.Between(Account, null, Start, Noon))
            .First(machine => machine.IsUp(Noon) && machine.IsUp(Noon.AddHours(-1)));
        var path = $"truth/metrics?account={Account}&region={machine.Region}&instanceId={machine.InstanceId}"
            + "&period=3600&start=2026-11-25T11:00:00Z&end=2026-11-26&metric=";

        var known = await lab.Sandbox.ControlAsync(HttpMethod.Get, path + "CPUUtilization");
        var unknown = await lab.Sandbox.ControlAsync(HttpMethod.Get, path + "Nothing");
        var wrong = await lab.Sandbox.ControlAsync(HttpMethod.Get, "truth/metrics?account=1&period=0");

        known.Json.GetProperty("points").EnumerateArray().Single().GetProperty("sampleCount").GetInt32()
            .ShouldBe(60);
        unknown.Status.ShouldBe(404);
        wrong.Json.GetProperty("errors").EnumerateObject().Select(field => field.Name)
            .ShouldBe(["account", "end", "instanceId", "metric", "period", "region", "start"], ignoreOrder: true);
    }

    private static Task<MetricLab> StartAsync(int seed = 7) => MetricLab.StartAsync(configure: options => options with
    {
        Seed = seed,
        World = new AwsWorld(TinyWorld.Create().Organizations, new MachineWorld(7, 28)),
    });

    private static List<IMetricSeries> Series(MetricLab lab, Machine machine) =>
    [
        .. lab.Sandbox.Aws.Metrics
            .Between(Account, machine.Region, MetricLab.Seconds(Start), MetricLab.Seconds(Noon))
            .Where(series => series.Key.Dimension("InstanceId") == machine.InstanceId),
    ];

    private static IEnumerable<MetricSample> Samples(MetricLab lab, Machine machine, string metric) =>
        lab.Sandbox.Aws.Metrics
            .Find(Account, machine.Region, new("AWS/EC2", metric, [new("InstanceId", machine.InstanceId)]))!
            .Samples(MetricLab.Seconds(Start), MetricLab.Seconds(Noon));

    private static List<(string Key, long At, double Value)> Told(
        MetricLab lab, DateTimeOffset since, DateTimeOffset to) =>
    [
        .. from region in new[] { "us-east-1", "eu-west-1", "us-west-2", "eu-central-1" }
           from series in lab.Sandbox.Aws.Metrics.Between(
               Account, region, MetricLab.Seconds(since), MetricLab.Seconds(to))
           from sample in series.Samples(MetricLab.Seconds(since), MetricLab.Seconds(to))
           select (series.Key.ToString(), sample.At, sample.Value),
    ];

    private static async Task<List<(long At, double Value)>> PointsAsync(
        MetricLab lab, Machine machine, string metric, string stat, int period)
    {
        var query = MetricLab.Query("m1", metric, stat, period);
        query["MetricStat"]!["Metric"]!["Dimensions"]![0]!["Value"] = machine.InstanceId;
        var answer = await lab.CallAsync(
            "GetMetricData", MetricLab.Request(Start, Noon, query), request => request.Region = machine.Region);
        var row = answer.Json.GetProperty("MetricDataResults")[0];
        return
        [
            .. row.GetProperty("Timestamps").EnumerateArray().Zip(
                row.GetProperty("Values").EnumerateArray(),
                (at, value) => ((long)at.GetDouble(), value.GetDouble())),
        ];
    }

    private static async Task<List<(long At, double Sum, int Count)>> TruthAsync(
        MetricLab lab, Machine machine, string metric, int period)
    {
        var answer = await lab.Sandbox.ControlAsync(
            HttpMethod.Get,
            $"truth/metrics?account={Account}&region={machine.Region}&instanceId={machine.InstanceId}"
                + $"&metric={metric}&period={period}&start=2026-11-24T12:00:00Z&end=2026-11-25T12:00:00Z");
        return answer.Status == 404 ? [] :
        [
            .. answer.Json.GetProperty("points").EnumerateArray().Select(point => (
                MetricLab.Seconds(point.GetProperty("at").GetDateTimeOffset()),
                point.GetProperty("sum").GetDouble(),
                point.GetProperty("sampleCount").GetInt32())),
        ];
    }
}
