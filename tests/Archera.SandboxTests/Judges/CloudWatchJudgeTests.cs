using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Archera.Sandbox.Aws.Machines;
using Archera.Sandbox.Aws.Worlds;
using Metric = Amazon.CloudWatch.Model.Metric;

namespace Archera.SandboxTests.Judges;

/// <summary>AWS's own clients, each in its protocol, and our stand-in read the same figures.</summary>
public sealed class CloudWatchJudgeTests
{
    private const string Read = """
        import json, sys
        try:
            import botocore.session
            from botocore.config import Config
        except ImportError:
            sys.exit(3)
        asked = json.load(sys.stdin)
        def client(protocol):
            session = botocore.session.get_session()
            loader = session.get_component("data_loader")
            load = loader.load_service_model
            def only(name, kind, api_version=None):
                model = load(name, kind, api_version)
                if kind == "service-2":
                    model = json.loads(json.dumps(model))
                    model["metadata"]["protocols"] = [protocol]
                    model["metadata"]["protocol"] = protocol
                return model
            loader.load_service_model = only
            return session.create_client(
                "cloudwatch", region_name=asked["region"], endpoint_url=asked["endpoint"],
                aws_access_key_id=asked["id"], aws_secret_access_key=asked["secret"],
                config=Config(retries={"max_attempts": 0}))
        told = {}
        for protocol in ("json", "query", "smithy-rpc-v2-cbor"):
            cloudwatch = client(protocol)
            pages = cloudwatch.get_paginator("get_metric_data").paginate(
                MetricDataQueries=asked["queries"], StartTime=asked["start"], EndTime=asked["end"],
                MaxDatapoints=asked["most"], ScanBy="TimestampAscending")
            rows = {}
            for page in pages:
                for row in page["MetricDataResults"]:
                    points = [(int(at.timestamp()), value) for at, value in zip(row["Timestamps"], row["Values"])]
                    rows.setdefault(row["Id"], []).extend(points)
            names = [(metric["MetricName"], sorted((d["Name"], d["Value"]) for d in metric["Dimensions"]))
                     for page in cloudwatch.get_paginator("list_metrics").paginate() for metric in page["Metrics"]]
            errors = []
            for call in (lambda: cloudwatch.list_metrics(NextToken="nonsense"),
                         lambda: cloudwatch.get_metric_data(
                             MetricDataQueries=asked["queries"], StartTime=asked["end"], EndTime=asked["start"])):
                try:
                    call()
                except cloudwatch.exceptions.ClientError as error:
                    errors.append(error.response["Error"]["Code"])
            told[protocol] = {"rows": rows, "metrics": len(names), "errors": errors}
        print(json.dumps(told))
        """;

    private static readonly DateTimeOffset End =
        new(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(-1), TimeSpan.Zero);

    private static readonly DateTimeOffset Start = End.AddHours(-6);

    [Fact]
    public async Task Botocore_in_three_protocols_and_the_stand_in_read_the_same()
    {
        await using var sandbox = await StartAsync();
        var machine = Steady(sandbox);

        var told = await BotocoreAsync(sandbox, machine);
        var own = await StandInAsync(sandbox, machine);

        own.Count.ShouldBe(3);
        own.ShouldAllBe(row => row.Value.Count >= 6);
        foreach (var protocol in new[] { "json", "query", "smithy-rpc-v2-cbor" })
        {
            var answer = told.GetProperty(protocol);
            foreach (var (id, points) in own)
                Points(answer.GetProperty("rows").GetProperty(id)).ShouldBe(points, $"{protocol} {id}");
            var metrics = answer.GetProperty("metrics").GetInt32();
            metrics.ShouldBe(told.GetProperty("json").GetProperty("metrics").GetInt32());
            metrics.ShouldBeGreaterThan(500);
            answer.GetProperty("errors").EnumerateArray().Select(code => code.GetString())
                .ShouldBe(["InvalidParameterValue", "ValidationError"]);
        }
    }

    [Fact]
    public async Task The_AWS_CLI_reads_the_same_as_the_stand_in()
    {
        await using var sandbox = await StartAsync();
        var machine = Steady(sandbox);

        var data = await AwsCli.RunAsync(
            sandbox, Keys(sandbox), "cloudwatch", "get-metric-data", "--region", machine.Region,
            "--start-time", Iso(Start), "--end-time", Iso(End), "--scan-by", "TimestampAscending",
            "--metric-data-queries", Queries(machine).ToJsonString());
        var listed = await AwsCli.RunAsync(
            sandbox, Keys(sandbox), "cloudwatch", "list-metrics", "--region", machine.Region, "--dimensions",
            $"Name=InstanceId,Value={machine.InstanceId}", "--recently-active", "PT3H");
        var own = await StandInAsync(sandbox, machine);

        data.ExitCode.ShouldBe(0, data.Error);
        foreach (var row in Json(data.Output).GetProperty("MetricDataResults").EnumerateArray())
        {
            row.GetProperty("Timestamps").EnumerateArray()
                .Zip(row.GetProperty("Values").EnumerateArray(), (at, value) => (
                    (long)at.GetDouble(), value.GetDouble()))
                .ShouldBe(own[row.GetProperty("Id").GetString()!]);
        }

        Json(listed.Output).GetProperty("Metrics").EnumerateArray()
            .Select(metric => metric.GetProperty("MetricName").GetString()).ShouldContain("CPUUtilization");
    }

    private static Task<Sandbox> StartAsync() => Sandbox.StartAsync(options => options with
    {
        World = new AwsWorld(TinyWorld.Create().Organizations, new MachineWorld(7, 84)),
    });

    private static Machine Steady(Sandbox sandbox) =>
        sandbox.Aws.World.Machines.Between(TinyWorld.Payer, null, Start, End)
            .Where(machine => machine.Up(Start, End.AddDays(2)).Any(
                up => up.From < Start && (up.To is null || up.To > End.AddDays(2))))
            .GroupBy(machine => machine.Region)
            .MaxBy(region => region.Count())!
            .OrderBy(machine => machine.InstanceId, StringComparer.Ordinal)
            .First();

    private static SigningKeys Keys(Sandbox sandbox) =>
        SigningKeys.Of(sandbox.Aws.Users.Administrator(TinyWorld.Payer));

    private static JsonArray Queries(Machine machine) =>
    [
        Query(machine, "average", "CPUUtilization", "Average", 300),
        Query(machine, "p95", "CPUUtilization", "p95", 3_600),
        Query(machine, "sum", "NetworkIn", "Sum", 3_600),
    ];

    private static JsonObject Query(Machine machine, string id, string name, string stat, int period) => new()
    {
        ["Id"] = id,
        ["MetricStat"] = new JsonObject
        {
            ["Metric"] = new JsonObject
            {
                ["Namespace"] = "AWS/EC2",
                ["MetricName"] = name,
                ["Dimensions"] = new JsonArray(
                    new JsonObject { ["Name"] = "InstanceId", ["Value"] = machine.InstanceId }),
            },
            ["Period"] = period,
            ["Stat"] = stat,
        },
    };

    private static async Task<Dictionary<string, List<(long, double)>>> StandInAsync(Sandbox sandbox, Machine machine)
    {
        var keys = Keys(sandbox);
        using var client = new AmazonCloudWatchClient(
            new BasicAWSCredentials(keys.AccessKeyId, keys.Secret),
            new AmazonCloudWatchConfig
            {
                ServiceURL = sandbox.Aws.Endpoint.ToString(),
                AuthenticationRegion = machine.Region,
                MaxErrorRetry = 0,
                MaxStaleConnectionRetries = 0,
            });
        var answer = await client.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                StartTime = Start.UtcDateTime,
                EndTime = End.UtcDateTime,
                ScanBy = ScanBy.TimestampAscending,
                MetricDataQueries = [.. Queries(machine).Select(query => Typed(query!))],
            },
            TestContext.Current.CancellationToken);
        return answer.MetricDataResults.ToDictionary(
            row => row.Id,
            row => row.Timestamps
                .Zip(row.Values, (at, value) => (new DateTimeOffset(at).ToUnixTimeSeconds(), value))
                .ToList());
    }

    private static MetricDataQuery Typed(JsonNode query)
    {
        var stat = query["MetricStat"]!;
        return new MetricDataQuery
        {
            Id = (string?)query["Id"],
            MetricStat = new MetricStat
            {
                Metric = new Metric
                {
                    Namespace = (string?)stat["Metric"]!["Namespace"],
                    MetricName = (string?)stat["Metric"]!["MetricName"],
                    Dimensions =
                    [
                        new Dimension
                        {
                            Name = "InstanceId",
                            Value = (string?)stat["Metric"]!["Dimensions"]![0]!["Value"],
                        },
                    ],
                },
                Period = (int)stat["Period"]!,
                Stat = (string?)stat["Stat"],
            },
        };
    }

    private static async Task<JsonElement> BotocoreAsync(Sandbox sandbox, Machine machine)
    {
        var keys = Keys(sandbox);
        var asked = new JsonObject
        {
            ["endpoint"] = sandbox.Aws.Endpoint.ToString(),
            ["region"] = machine.Region,
            ["id"] = keys.AccessKeyId,
            ["secret"] = keys.Secret,
            ["queries"] = Queries(machine),
            ["start"] = Iso(Start),
            ["end"] = Iso(End),
            ["most"] = 50,
        };
        return Json((await Python.RunAsync(Read, asked.ToJsonString())).Output);
    }

    private static IEnumerable<(long, double)> Points(JsonElement row) =>
        row.EnumerateArray().Select(point => (point[0].GetInt64(), point[1].GetDouble()));

    private static JsonElement Json(string output) => JsonSerializer.Deserialize<JsonElement>(output);

    private static string Iso(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
