using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.CloudWatch;
using Archera.Sandbox.Aws.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Archera.SandboxTests.CloudWatch;

/// <summary>A simulated AWS at a Wednesday noon, with the metrics that a test gives it.</summary>
internal sealed class MetricLab : IAsyncDisposable
{
    internal static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private MetricLab(Sandbox sandbox, FakeTimeProvider time) => (Sandbox, Time) = (sandbox, time);

    internal Sandbox Sandbox { get; }

    internal FakeTimeProvider Time { get; }

    internal SigningKeys Keys => SigningKeys.Of(Sandbox.Aws.Users.Administrator(TinyWorld.Payer));

    internal static async Task<MetricLab> StartAsync(
        IReadOnlyList<GivenSeries>? series = null,
        Func<CloudWatchOptions, CloudWatchOptions>? cut = null,
        Func<SimulatedAwsOptions, SimulatedAwsOptions>? configure = null)
    {
        var time = new FakeTimeProvider(Noon);
        var cloudWatch = new CloudWatchOptions { Sources = [new GivenMetrics(series ?? [])] };
        var sandbox = await Sandbox.StartAsync(options =>
        {
            options = options with
            {
                TimeProvider = time,
                CloudWatch = cut?.Invoke(cloudWatch) ?? cloudWatch,
                EnforceQuotas = false,
            };
            return configure?.Invoke(options) ?? options;
        });
        return new MetricLab(sandbox, time);
    }

    internal static long Seconds(DateTimeOffset instant) => instant.ToUnixTimeSeconds();

    /// <summary>One measurement every so many minutes from the start on: 1, 2, 3…</summary>
    internal static MetricSample[] Counting(DateTimeOffset start, int count, int everyMinutes = 1) =>
    [
        .. Enumerable.Range(0, count)
            .Select(index => new MetricSample(Seconds(start.AddMinutes(index * everyMinutes)), index + 1)),
    ];

    internal static JsonObject Query(string id, string name, string stat = "Average", int period = 300) => new()
    {
        ["Id"] = id,
        ["MetricStat"] = new JsonObject
        {
            ["Metric"] = new JsonObject
            {
                ["Namespace"] = "AWS/EC2",
                ["MetricName"] = name,
                ["Dimensions"] =
                    new JsonArray(new JsonObject { ["Name"] = "InstanceId", ["Value"] = "i-1" }),
            },
            ["Period"] = period,
            ["Stat"] = stat,
        },
    };

    internal static JsonObject Request(DateTimeOffset start, DateTimeOffset end, params JsonObject[] queries) => new()
    {
        ["StartTime"] = Seconds(start),
        ["EndTime"] = Seconds(end),
        ["MetricDataQueries"] = new JsonArray([.. queries]),
        ["ScanBy"] = "TimestampAscending",
    };

    internal Task<RawAnswer> CallAsync(
        string operation, JsonObject input, Action<SignedRequest>? change = null, SigningKeys? keys = null)
    {
        var request = new SignedRequest(keys ?? Keys, "monitoring", input.ToJsonString())
        {
            At = Time.GetUtcNow(),
            Headers =
            {
                ["content-type"] = "application/x-amz-json-1.0",
                ["x-amz-target"] = "GraniteServiceVersion20100801." + operation,
                ["x-amzn-query-mode"] = "true",
            },
        };
        return Sandbox.SendAsync(request, change);
    }

    internal async Task<MetricAnswer> DataAsync(JsonObject input)
    {
        var answer = await CallAsync("GetMetricData", input);
        answer.Status.ShouldBe(200, answer.Body);
        return MetricAnswer.Of(answer.Json);
    }

    /// <summary>All pages of one request.</summary>
    internal async Task<List<MetricAnswer>> PagesAsync(JsonObject input)
    {
        var pages = new List<MetricAnswer>();
        var next = (JsonObject)input.DeepClone();
        while (true)
        {
            pages.Add(await DataAsync(next));
            if (pages[^1].NextToken is not { } token)
                return pages;
            next["NextToken"] = token;
        }
    }

    public ValueTask DisposeAsync() => Sandbox.DisposeAsync();
}
