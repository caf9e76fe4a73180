using System.Threading.RateLimiting;
using Amazon.Runtime;
using Archera.Aws.Http;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Retry;
using Polly.Timeout;

namespace Archera.Aws.Calls;

/// <summary>
/// One account's way to one API: retry, breaker, limiter, timeout, in this order, so that every attempt asks the
/// limiter leave and an open breaker spends none. One attempt is one request on the wire.
/// </summary>
internal sealed class CallPipeline
{
    private static readonly ResiliencePropertyKey<CallProgress> ProgressKey = new("archera.call");

    private readonly ResiliencePipeline<AttemptResult> _pipeline;
    private readonly CallSurroundings _surroundings;
    private volatile AwsFailure? _lastFault; // Set before the breaker can open.

    public CallPipeline(CallSurroundings surroundings, RateLimiter limiter)
    {
        _surroundings = surroundings;
        var options = surroundings.Options;
        _pipeline = new ResiliencePipelineBuilder<AttemptResult> { TimeProvider = surroundings.Time }
            .AddRetry(new RetryStrategyOptions<AttemptResult>
            {
                // RetryPlan counts: a throttle uses up no attempt, and Polly can only count them all.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = arguments => ValueTask.FromResult(ShouldRetry(arguments)),
                DelayGenerator = arguments => ValueTask.FromResult(Progress(arguments.Context).Delay),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<AttemptResult>
            {
                FailureRatio = options.BreakerFailureRatio,
                MinimumThroughput = options.BreakerMinimumRequests,
                SamplingDuration = options.BreakerSampling,
                BreakDuration = options.BreakerBreak,
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Result?.Failure is { OpensBreaker: true }),
            })
            .AddRateLimiter(new RateLimiterStrategyOptions
            {
                RateLimiter = arguments => limiter.AcquireAsync(1, arguments.Context.CancellationToken),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.AttemptTimeout })
            .Build();
    }

    public async Task<AwsAnswer<T>> ExecuteAsync<T>(
        AwsCall call,
        CallProgress progress,
        Func<CancellationToken, Task<T>> request,
        CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(ProgressKey, progress);
            var result = await _pipeline.ExecuteAsync(
                async attempt => await AttemptAsync(
                    call, progress, request, attempt.CancellationToken, cancellationToken),
                context);
            return new AwsAnswer<T>
            {
                Value = (T?)result.Value,
                Failure = result.Failure,
                RequestId = result.RequestId,
            };
        }
        catch (BrokenCircuitException open)
        {
            var retryAt = _surroundings.Time.GetUtcNow() + (open.RetryAfter ?? TimeSpan.Zero);
            return AwsErrorClassifier.CircuitOpen(call, _lastFault!, retryAt);
        }
        catch (RateLimiterRejectedException)
        {
            return AwsErrorClassifier.QueueFull(call);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static CallProgress Progress(ResilienceContext context) => context.Properties.GetValue(ProgressKey, null!);

    private bool ShouldRetry(RetryPredicateArguments<AttemptResult> arguments)
    {
        if (arguments.Outcome.Result?.Failure is not { } failure)
            return false;
        return Progress(arguments.Context).TryAgainAfter(failure, _surroundings);
    }

    private async Task<AttemptResult> AttemptAsync<T>(
        AwsCall call,
        CallProgress progress,
        Func<CancellationToken, Task<T>> request,
        CancellationToken attemptToken,
        CancellationToken callerToken)
        where T : AmazonWebServiceResponse
    {
        var probe = new WireProbe(call.Api.Protocol, call.Operation);
        WireProbe.Current = probe;
        var attempt = AttemptRecord.Start(call, progress.NextAttempt(), probe, _surroundings);
        try
        {
            var response = await request(attemptToken);
            var requestId = response.ResponseMetadata?.RequestId;
            return string.IsNullOrEmpty(requestId)
                ? Failed(attempt, AwsErrorClassifier.NotAnAnswer(call, "NoRequestId"))
                : attempt.End(new AttemptResult(response, null, requestId));
        }
        catch (Exception) when (callerToken.IsCancellationRequested)
        {
            attempt.EndCancelled();
            throw new OperationCanceledException(callerToken);
        }
        catch (Exception exception)
        {
            return Failed(attempt, AwsErrorClassifier.Classify(call, exception, probe));
        }
        finally
        {
            WireProbe.Current = null;
        }
    }

    private AttemptResult Failed(AttemptRecord attempt, AwsFailure failure)
    {
        if (failure.OpensBreaker)
            _lastFault = failure;
        return attempt.End(new AttemptResult(null, failure, failure.RequestId));
    }
}
