using System.Diagnostics;
using System.Diagnostics.Metrics;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;

namespace Archera.Aws.Calls;

/// <summary>Metrics and traces of AWS calls. Metrics never carry an account; spans do.</summary>
public sealed class AwsInstruments : IAwsCallObserver, IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Archera.Aws";

    internal static readonly ActivitySource Source = new(Name);

    private readonly Meter _meter;
    private readonly Counter<long> _calls;
    private readonly Counter<long> _throttles;
    private readonly Counter<double> _spend;
    private readonly Counter<long> _unproven;
    private readonly Histogram<double> _duration;

    public AwsInstruments(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _calls = _meter.CreateCounter<long>("archera.aws.calls", "{request}", "Requests to AWS, each attempt counted.");
        _throttles = _meter.CreateCounter<long>("archera.aws.throttles", "{request}", "Requests that AWS throttled.");
        _spend = _meter.CreateCounter<double>("archera.aws.spend.usd", "{USD}", "What AWS charges for the requests.");
        _unproven = _meter.CreateCounter<long>(
            "archera.aws.principal.unproven",
            "{check}",
            "Checks of a principal of ours that failed: what roles refuse it proves nothing.");
        _duration = _meter.CreateHistogram(
            "archera.aws.call.duration",
            "s",
            "Time of a request, body included.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
            });
    }

    public void Observe(AwsCallAttempt attempt)
    {
        var tags = new TagList
        {
            { "aws_api", $"{attempt.Service}.{attempt.Operation}" },
            { "partition", attempt.Account.Partition.Name },
            { "outcome", attempt.Outcome },
        };
        _calls.Add(1, tags);
        _duration.Record(attempt.Duration.TotalSeconds, tags);
        if (attempt.Outcome == FailureReasons.Throttled)
            _throttles.Add(1, tags);
        if (attempt.PriceUsd > 0)
            _spend.Add((double)attempt.PriceUsd, tags);
    }

    internal void PrincipalUnproven(OurPrincipal principal, AwsPartition partition, string reason) => _unproven.Add(
        1,
        new KeyValuePair<string, object?>("principal", principal.ToString()),
        new KeyValuePair<string, object?>("partition", partition.Name),
        new KeyValuePair<string, object?>("reason", reason));

    public void Dispose() => _meter.Dispose();

    internal static Activity? Start(AwsCall call)
    {
        var activity = Source.StartActivity(call.ToString(), ActivityKind.Client);
        return activity?
            .SetTag("rpc.system", "aws-api")
            .SetTag("rpc.service", call.Api.Service)
            .SetTag("rpc.method", call.Operation)
            .SetTag("archera.payer", call.Account.ToString());
    }
}
