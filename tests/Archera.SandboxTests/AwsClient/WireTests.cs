using System.Globalization;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Sandbox.Aws.Faults;

namespace Archera.SandboxTests.AwsClient;

/// <summary>One attempt is one request on the wire, whatever goes wrong with it.</summary>
public sealed class WireTests
{
    private const string Opened = """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><AssumedRoleUser>
        <AssumedRoleId>AROAEXAMPLE:s</AssumedRoleId><Arn>arn:aws:sts::111122223333:assumed-role/Archera/s</Arn>
        </AssumedRoleUser><Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
        <SessionToken>t</SessionToken><Expiration>2026-11-25T05:00:00Z</Expiration></Credentials></AssumeRoleResult>
        <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></AssumeRoleResponse>
        """;

    private static readonly Dictionary<string, string?> OneAttempt = new()
    {
        ["Aws:Calls:MaxAttempts"] = "1",
        ["Aws:Calls:AttemptTimeout"] = "00:00:00.5",
        ["Aws:Calls:BodyStall"] = "00:00:00.5",
        ["Aws:Calls:MaxBodyBytes"] = "1000000",
        ["Aws:Calls:MaxCallTime"] = "00:00:01",
        ["Aws:Calls:MinDelay"] = "00:01:00",
        ["Aws:Calls:MaxDelay"] = "00:01:00",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_answer_opens_the_session()
    {
        await using var endpoint = ScriptedEndpoint.Sends(Response("200 OK", Opened));

        (await OpenAsync(endpoint)).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", FailureReasons.Unreachable)]
    [InlineData("HTTP/1.1 200 OK\n", FailureReasons.Unreachable)]
    [InlineData("HTTP/1.1 200 OK\ncontent-length: 500\n\n<AssumeRoleResponse", FailureReasons.Unreachable)]
    [InlineData("HTTP/1.1 200 OK\ntransfer-encoding: chunked\n\n5\n<Assu\n", FailureReasons.Unreachable)]
    public async Task A_connection_that_breaks_off_is_one_request(string response, string reason)
    {
        await using var closes = ScriptedEndpoint.Sends(response);
        await using var resets = ScriptedEndpoint.Resets(response);

        foreach (var endpoint in new[] { closes, resets })
        {
            var failure = (await OpenAsync(endpoint)).Failure.ShouldNotBeNull();

            (failure.Reason, failure.Fault, failure.CanRetry).ShouldBe((reason, FaultOf.Network, true));
            endpoint.Requests.ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("200 OK", "<html><body>Please sign in</body></html>", FailureReasons.NotAnAwsAnswer)]
    [InlineData("200 OK", "", FailureReasons.NotAnAwsAnswer)]
    [InlineData("200 OK", "<AssumeRoleResponse><AssumeRoleResult>", FailureReasons.NotAnAwsAnswer)]
    [InlineData("200 OK", "<GetCallerIdentityResponse></GetCallerIdentityResponse>", FailureReasons.NotAnAwsAnswer)]
    [InlineData("200 OK", "<AssumeRoleResponse></AssumeRoleResponse>", FailureReasons.NotAnAwsAnswer)]
    [InlineData("200 OK", "{\"AssumeRoleResponse\":{}}", FailureReasons.NotAnAwsAnswer)]
    [InlineData("302 Found", "", FailureReasons.NotAnAwsAnswer)]
    [InlineData("307 Temporary Redirect", "", FailureReasons.NotAnAwsAnswer)]
    [InlineData("403 Forbidden", "<html>blocked by policy</html>", FailureReasons.NotAnAwsAnswer)]
    [InlineData("502 Bad Gateway", "<html>bad gateway</html>", FailureReasons.NotAnAwsAnswer)]
    public async Task What_is_not_AWSs_is_one_request_and_no_session(string status, string body, string reason)
    {
        await using var endpoint = ScriptedEndpoint.Sends(Response(status, body));

        var failure = (await OpenAsync(endpoint)).Failure.ShouldNotBeNull();

        failure.Reason.ShouldBe(reason);
        endpoint.Requests.ShouldBe(1);
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_redirect_is_not_followed_and_tells_the_other_host_nothing(string status)
    {
        await using var other = ScriptedEndpoint.Sends(Response("200 OK", ""));
        await using var endpoint = ScriptedEndpoint.Sends(
            $"HTTP/1.1 {status}\nlocation: {other.Address}\ncontent-length: 0\n\n");

        var failure = (await OpenAsync(endpoint)).Failure.ShouldNotBeNull();

        failure.Reason.ShouldBe(FailureReasons.NotAnAwsAnswer);
        (endpoint.Requests, other.Requests).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData("500 Internal Server Error", "InternalFailure", FailureReasons.AwsError, FaultOf.Aws)]
    [InlineData("503 Service Unavailable", "ServiceUnavailable", FailureReasons.AwsError, FaultOf.Aws)]
    [InlineData("400 Bad Request", "Throttling", FailureReasons.Throttled, FaultOf.Aws)]
    [InlineData("403 Forbidden", "AccessDenied", FailureReasons.AccessDenied, FaultOf.Customer)]
    [InlineData("403 Forbidden", "OptInRequired", FailureReasons.VendorCredentials, FaultOf.Vendor)]
    [InlineData("403 Forbidden", "SomethingNew", FailureReasons.VendorCredentials, FaultOf.Vendor)]
    [InlineData("403 Forbidden", "ExpiredToken", FailureReasons.VendorCredentials, FaultOf.Vendor)]
    [InlineData("403 Forbidden", "InvalidClientTokenId", FailureReasons.VendorCredentials, FaultOf.Vendor)]
    [InlineData("403 Forbidden", "SignatureDoesNotMatch", FailureReasons.VendorCredentials, FaultOf.Vendor)]
    [InlineData("403 Forbidden", "RequestExpired", FailureReasons.ClockSkew, FaultOf.Vendor)]
    [InlineData("403 Forbidden", "RegionDisabledException", FailureReasons.RegionDisabled, FaultOf.Customer)]
    [InlineData("400 Bad Request", "ValidationError", FailureReasons.InvalidRequest, FaultOf.Vendor)]
    [InlineData("400 Bad Request", "SomethingNew", FailureReasons.InvalidRequest, FaultOf.Vendor)]
    [InlineData("429 Too Many Requests", "SomethingNew", FailureReasons.Throttled, FaultOf.Aws)]
    [InlineData("503 Service Unavailable", "SomethingNew", FailureReasons.AwsError, FaultOf.Aws)]
    public async Task An_error_of_AWS_is_one_request_and_classified_by_its_code(
        string status, string code, string reason, FaultOf fault)
    {
        await using var endpoint = ScriptedEndpoint.Sends(Response(status, Error(code, "secret words of AWS")));

        var failure = (await OpenAsync(endpoint)).Failure.ShouldNotBeNull();

        (failure.Reason, failure.Fault, failure.Code, failure.RequestId).ShouldBe((reason, fault, code, "r-9"));
        failure.Detail.ShouldNotContain("secret words");
        endpoint.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task A_role_is_not_blamed_for_a_region_that_is_switched_off()
    {
        await using var endpoint = ScriptedEndpoint.Sends(
            Response("403 Forbidden", Error("RegionDisabledException", "STS is not activated")));

        var failure = (await OpenAsync(endpoint)).Failure.ShouldNotBeNull();

        failure.Detail.ShouldContain("Activate STS");
        failure.Detail.ShouldNotContain("trust policy");
    }

    [Fact]
    public async Task A_clock_that_is_off_is_one_request_and_named()
    {
        var date = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000).ToString("R", CultureInfo.InvariantCulture);
        await using var endpoint = ScriptedEndpoint.Sends(
            Response("403 Forbidden", Error("SignatureDoesNotMatch", "Signature expired"), $"date: {date}\n"));

        var failure = (await OpenAsync(endpoint)).Failure.ShouldNotBeNull();

        (failure.Reason, failure.Fault).ShouldBe((FailureReasons.ClockSkew, FaultOf.Vendor));
        endpoint.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Silence_ends_at_the_attempts_deadline()
    {
        using var over = new CancellationTokenSource();
        await using var endpoint = ScriptedEndpoint.Silent(over.Token);

        var failure = (await OpenAsync(endpoint)).Failure.ShouldNotBeNull();
        await over.CancelAsync();

        (failure.Reason, failure.Code).ShouldBe((FailureReasons.Unreachable, "Timeout"));
        endpoint.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task An_endless_body_ends_at_the_largest_size_of_an_answer()
    {
        await using var endpoint = ScriptedEndpoint.Endless();

        var failure = (await OpenAsync(endpoint)).Failure.ShouldNotBeNull();

        (failure.Reason, failure.Code).ShouldBe((FailureReasons.NotAnAwsAnswer, "OversizedBody"));
    }

    [Fact]
    public async Task A_caller_that_leaves_is_told_so_and_its_request_is_still_metered()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        await using var host = AwsClientHost.At(sandbox);
        await host.Connection.OpenAsync(Cancellation);
        sandbox.Aws.Faults.Replace([new Fault(FaultKind.Latency, 1, Milliseconds: 60_000)]);
        using var leaves = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));

        var asking = host.Connection.GetCallerIdentityAsync(leaves.Token);

        await Should.ThrowAsync<OperationCanceledException>(asking);
        host.Attempts.Outcomes.ShouldBe(["ok", "cancelled"]);
    }

    private static async Task<AwsAnswer<CallerIdentity>> OpenAsync(ScriptedEndpoint endpoint)
    {
        await using var host = AwsClientHost.At(endpoint.Address, OneAttempt);
        var answer = await host.Connection.OpenAsync(Cancellation);
        host.Attempts.All.Count.ShouldBe(1);
        return answer;
    }

    private static string Error(string code, string message) =>
        $"<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>{code}"
        + $"</Code><Message>{message}</Message></Error><RequestId>r-9</RequestId></ErrorResponse>";

    private static string Response(string status, string body, string headers = "") =>
        $"HTTP/1.1 {status}\nx-amzn-RequestId: r-9\ncontent-type: text/xml\n{headers}"
        + $"location: http://127.0.0.1:1/\ncontent-length: {body.ReplaceLineEndings("\r\n").Length}\n\n{body}";
}
