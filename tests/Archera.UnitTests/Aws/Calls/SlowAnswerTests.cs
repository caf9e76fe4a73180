using System.Net;
using System.Text;
using Amazon.Runtime;
using Archera.Aws.Calls;
using Archera.Aws.Http;
using Archera.Aws.Sessions;
using Archera.Aws.Throttling;
using Archera.Contracts.Identity;
using Microsoft.Extensions.Time.Testing;

namespace Archera.UnitTests.Aws.Calls;

/// <summary>
/// Answers that start late or trickle, through the pipeline and the HTTP handler, in the time that they themselves
/// take.
/// </summary>
public sealed class SlowAnswerTests
{
    private static readonly AwsCall Call =
        new(PayerAccountKey.Parse("aws:111122223333"), AwsApi.CostExplorer, "GetCostAndUsage");

    private static readonly AwsCallOptions Options = new() { MaxDelay = StepClock.LongestWait };

    private readonly StepClock _time = new();

    [Theory]
    [InlineData(61, 0, "Timeout", 61)]
    [InlineData(0, 2, "Timeout", 60)]
    [InlineData(40, 2, "Timeout", 60)]
    [InlineData(0, 16, "Stalled", 16)]
    public async Task An_answer_that_is_too_slow_is_unreachable_after_five_attempts_of_bounded_length(
        int latency, int pause, string code, int attempt)
    {
        var (server, started) = (new SlowServer(_time, _ => (latency, pause)), _time.GetUtcNow());

        var failure = (await RunAsync(server, Options)).Failure.ShouldNotBeNull();

        (failure.Reason, failure.Fault, failure.Code).ShouldBe((FailureReasons.Unreachable, FaultOf.Network, code));
        server.Requests.ShouldBe(5);
        (_time.GetUtcNow() - started).ShouldBeInRange(
            5 * TimeSpan.FromSeconds(attempt), (5 * TimeSpan.FromSeconds(attempt)) + (4 * StepClock.LongestWait));
    }

    [Theory]
    [InlineData(61, 0)]
    [InlineData(0, 2)]
    [InlineData(0, 16)]
    public async Task An_answer_that_is_too_slow_twice_is_whole_the_third_time(int latency, int pause)
    {
        var server = new SlowServer(_time, request => request <= 2 ? (latency, pause) : (0, 0));

        var answer = await RunAsync(server, Options);

        answer.Succeeded.ShouldBeTrue(answer.Failure?.Detail);
        server.Requests.ShouldBe(3);
    }

    [Fact]
    public async Task A_slow_answer_within_the_deadline_is_taken_at_once()
    {
        var server = new SlowServer(_time, _ => (20, 1));

        (await RunAsync(server, Options)).Succeeded.ShouldBeTrue();

        server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task No_attempt_begins_after_the_time_of_the_call()
    {
        var options = Options with { MaxAttempts = 20, BreakerMinimumRequests = 1_000 };
        var (server, started) = (new SlowServer(_time, _ => (60, 0)), _time.GetUtcNow());

        var failure = (await RunAsync(server, options)).Failure.ShouldNotBeNull();

        failure.Reason.ShouldBe(FailureReasons.Unreachable);
        (_time.GetUtcNow() - started).ShouldBeInRange(
            options.MaxCallTime - options.AttemptTimeout, options.MaxCallTime + options.AttemptTimeout);
    }

    private async Task<AwsAnswer<Anything>> RunAsync(SlowServer server, AwsCallOptions options)
    {
        var guard = new OutboundGuard(Microsoft.Extensions.Options.Options.Create(new AwsOptions()));
        using var client = new HttpMessageInvoker(new AnswerHandler(server, guard, options, _time));
        var pipeline = new CallPipeline(
            new CallSurroundings(options, _time, new JitterSource(new Random(1)), []),
            new BudgetRateLimiter(RequestQuota.PerSecond(1_000, 1_000), 10, _time));
        return await pipeline.ExecuteAsync(
            Call, new CallProgress(_time.GetUtcNow()), AskAsync, TestContext.Current.CancellationToken);

        async Task<Anything> AskAsync(CancellationToken cancellationToken)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://sts.us-east-1.amazonaws.com/");
            using var response = await client.SendAsync(request, cancellationToken);
            (await response.Content.ReadAsStringAsync(cancellationToken)).ShouldBe(SlowServer.Body);
            return new Anything { ResponseMetadata = new ResponseMetadata { RequestId = "r-1" } };
        }
    }

    private sealed class Anything : AmazonWebServiceResponse;

    /// <summary>Retries wait no time; deadlines fire once the server has let so much time pass.</summary>
    private sealed class StepClock : FakeTimeProvider
    {
        public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime >= TimeSpan.Zero && dueTime <= LongestWait)
                Advance(dueTime);
            return timer;
        }
    }

    private sealed class SlowServer(StepClock time, Func<int, (int Latency, int Pause)> pace) : HttpMessageHandler
    {
        public const string Body = """{"ResultsByTime":[],"Padding":"0123"}""";

        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (latency, pause) = pace(++Requests);
            time.Advance(TimeSpan.FromSeconds(latency));
            cancellationToken.ThrowIfCancellationRequested();
            var body = new SlowBody(time, TimeSpan.FromSeconds(pause));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) });
        }
    }

    /// <summary>Byte by byte, with a pause after each.</summary>
    private sealed class SlowBody(StepClock time, TimeSpan pause)
        : MemoryStream(Encoding.UTF8.GetBytes(SlowServer.Body))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > 0)
                time.Advance(pause);
            cancellationToken.ThrowIfCancellationRequested();
            return base.ReadAsync(buffer[..1], cancellationToken);
        }
    }
}
