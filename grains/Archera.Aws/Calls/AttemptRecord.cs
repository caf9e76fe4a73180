using System.Diagnostics;
using Archera.Aws.Http;

namespace Archera.Aws.Calls;

/// <summary>Follows one attempt and tells the observers of it once, when a request left.</summary>
internal sealed class AttemptRecord
{
    public const string Ok = "ok";
    private const string Cancelled = "cancelled";

    private readonly AwsCall _call;
    private readonly int _number;
    private readonly WireProbe _probe;
    private readonly CallSurroundings _surroundings;
    private readonly DateTimeOffset _startedAt;
    private readonly long _started;
    private readonly Activity? _activity;

    private AttemptRecord(AwsCall call, int number, WireProbe probe, CallSurroundings surroundings)
    {
        (_call, _number, _probe, _surroundings) = (call, number, probe, surroundings);
        _startedAt = surroundings.Time.GetUtcNow();
        _started = surroundings.Time.GetTimestamp();
        _activity = AwsInstruments.Start(call);
    }

    public static AttemptRecord Start(AwsCall call, int number, WireProbe probe, CallSurroundings surroundings) =>
        new(call, number, probe, surroundings);

    public AttemptResult End(AttemptResult result)
    {
        Tell(result.Failure?.Reason ?? Ok, result.RequestId);
        return result;
    }

    public void EndCancelled() => Tell(Cancelled, _probe.RequestId);

    private void Tell(string outcome, string? requestId)
    {
        _activity?.SetTag("aws.request_id", requestId)
            .SetStatus(outcome == Ok ? ActivityStatusCode.Ok : ActivityStatusCode.Error, outcome);
        _activity?.Dispose();
        if (_probe.Requests == 0)
            return;
        var attempt = new AwsCallAttempt(
            _call.Account,
            _call.Api.Service,
            _call.Operation,
            _call.Action,
            _number,
            outcome,
            requestId,
            _probe.BodyBytes,
            outcome == Ok ? _call.PriceUsd : 0,
            _startedAt,
            _surroundings.Time.GetElapsedTime(_started));
        foreach (var observer in _surroundings.Observers)
            observer.Observe(attempt);
    }
}
