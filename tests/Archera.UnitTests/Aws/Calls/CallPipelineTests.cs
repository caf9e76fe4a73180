using System.Net;
using Amazon.Runtime;
using Archera.Aws.Calls;
using Archera.Aws.Throttling;
using Archera.Contracts.Identity;

namespace Archera.UnitTests.Aws.Calls;

/// <summary>Retry, breaker, limiter and timeout together, on a clock that skips every wait.</summary>
public sealed class CallPipelineTests
{
    private static readonly AwsCall Call =
        new(PayerAccountKey.Parse("aws:111122223333"), AwsApi.CostExplorer, "GetCostAndUsage");

    private readonly SkippingClock _time = new(longestWait: TimeSpan.FromSeconds(30));
    private int _requests;

    [Fact]
    public async Task Throttles_end_after_ten_minutes_and_open_no_breaker()
    {
        var (pipeline, started) = (Pipeline(), _time.GetUtcNow());

        var failure = (await RunAsync(pipeline, () => throw Refused("ThrottlingException", 400))).Failure;

        failure.ShouldNotBeNull().Reason.ShouldBe(FailureReasons.Throttled);
        failure.Detail.ShouldNotContain("tried again"); // Only who reads a dataset tries again: nobody else may say so.
        (_time.GetUtcNow() - started).ShouldBeInRange(TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(11));
        _requests.ShouldBeGreaterThan(30);
        (await RunAsync(pipeline, Answer)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_call_that_is_throttled_twenty_times_still_succeeds()
    {
        var answer = await RunAsync(
            Pipeline(), () => _requests <= 20 ? throw Refused("LimitExceededException", 400) : Answer());

        answer.Succeeded.ShouldBeTrue();
        _requests.ShouldBe(21);
    }

    [Fact]
    public async Task Other_faults_end_after_five_attempts()
    {
        var failure = (await RunAsync(Pipeline(), () => throw Refused("InternalFailure", 500))).Failure;

        failure.ShouldNotBeNull().Reason.ShouldBe(FailureReasons.AwsError);
        _requests.ShouldBe(5);
    }

    [Fact]
    public async Task A_refusal_is_asked_once()
    {
        var failure = (await RunAsync(Pipeline(), () => throw Refused("AccessDeniedException", 400))).Failure;

        failure.ShouldNotBeNull().Reason.ShouldBe(FailureReasons.AccessDenied);
        _requests.ShouldBe(1);
    }

    [Fact]
    public async Task An_open_breaker_spends_nothing_and_closes_by_itself()
    {
        var pipeline = Pipeline();
        AwsFailure? failure = null;
        for (var call = 0; call < 4 && failure?.Reason != FailureReasons.CircuitOpen; call++)
            failure = (await RunAsync(pipeline, () => throw Refused("InternalFailure", 500))).Failure;
        failure.ShouldNotBeNull().Reason.ShouldBe(FailureReasons.CircuitOpen);
        var spent = _requests;

        (await RunAsync(pipeline, Answer)).Failure.ShouldNotBeNull().Reason.ShouldBe(FailureReasons.CircuitOpen);

        _requests.ShouldBe(spent);
        _time.Skip(TimeSpan.FromSeconds(31));
        (await RunAsync(pipeline, Answer)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task An_open_breaker_says_what_opened_it_and_until_when()
    {
        var pipeline = Pipeline();
        for (var call = 0; call < 2; call++)
            await RunAsync(pipeline, () => throw Refused("InternalFailure", 500));
        var opened = _time.GetUtcNow();
        _time.Skip(TimeSpan.FromSeconds(10));

        var failure = (await RunAsync(pipeline, Answer)).Failure.ShouldNotBeNull();

        (failure.Reason, failure.Fault, failure.CanRetry).ShouldBe((FailureReasons.CircuitOpen, FaultOf.Aws, true));
        var cause = failure.Cause.ShouldNotBeNull();
        (cause.Reason, cause.Code, cause.RequestId).ShouldBe((FailureReasons.AwsError, "InternalFailure", "r-1"));
        failure.RetryAt.ShouldBe(opened + TimeSpan.FromSeconds(30));
        failure.Detail.ShouldContain("aws-error (InternalFailure)");
        failure.Detail.ShouldNotContain("tried again");
        failure.Detail.ShouldContain($"{failure.RetryAt!.Value.UtcDateTime:u}");
    }

    [Fact]
    public async Task A_breaker_that_a_probe_opens_again_names_the_fault_of_the_probe()
    {
        var pipeline = Pipeline();
        for (var call = 0; call < 2; call++)
            await RunAsync(pipeline, () => throw Refused("InternalFailure", 500));
        _time.Skip(TimeSpan.FromSeconds(31));

        var failure = (await RunAsync(pipeline, () => new Anything())).Failure.ShouldNotBeNull();

        (failure.Reason, failure.Fault).ShouldBe((FailureReasons.CircuitOpen, FaultOf.Network));
        failure.Cause.ShouldNotBeNull().Reason.ShouldBe(FailureReasons.NotAnAwsAnswer);
        _requests.ShouldBe(11);
    }

    [Fact]
    public async Task A_clock_that_is_off_opens_no_breaker()
    {
        var pipeline = Pipeline();
        for (var call = 0; call < 4; call++)
            await RunAsync(pipeline, () => throw Refused("RequestTimeTooSkewed", 403));

        (await RunAsync(pipeline, Answer)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Every_attempt_asks_the_limiter_leave()
    {
        var (pipeline, started) = (Pipeline(perSecond: 0.1, burst: 1), _time.GetUtcNow());

        await RunAsync(pipeline, () => throw Refused("InternalFailure", 500));

        _requests.ShouldBe(5);
        (_time.GetUtcNow() - started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_success_without_a_request_id_is_not_AWSs()
    {
        var failure = (await RunAsync(Pipeline(), () => new Anything())).Failure;

        failure.ShouldNotBeNull().Reason.ShouldBe(FailureReasons.NotAnAwsAnswer);
    }

    private static Anything Answer() => new() { ResponseMetadata = new ResponseMetadata { RequestId = "r-1" } };

    private static AmazonServiceException Refused(string code, int status) =>
        new("words", ErrorType.Unknown, code, "r-1", (HttpStatusCode)status);

    private CallPipeline Pipeline(double perSecond = 1_000, int burst = 1_000) => new(
        new CallSurroundings(new AwsCallOptions(), _time, new JitterSource(new Random(1)), []),
        new BudgetRateLimiter(RequestQuota.PerSecond(perSecond, burst), 10, _time));

    private Task<AwsAnswer<Anything>> RunAsync(CallPipeline pipeline, Func<Anything> request) => pipeline.ExecuteAsync(
        Call,
        new CallProgress(_time.GetUtcNow()),
        _ =>
        {
            _requests++;
            return Task.FromResult(request());
        },
        TestContext.Current.CancellationToken);

    private sealed class Anything : AmazonWebServiceResponse;
}
