using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Archera.Sandbox.Aws.Hosting;

namespace Archera.SandboxTests;

/// <summary>A simulated AWS for one test, and clients that talk to it.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    internal const string ExternalId = "ext-0123456789";
    internal const string RoleArn = $"arn:aws:iam::{TinyWorld.Payer}:role/Archera";

    internal const string AllowReads = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["organizations:*","ce:Get*"],"Resource":"*"}}
        """;

    private readonly HttpClient _http = new();

    private Sandbox(SimulatedAws aws) => Aws = aws;

    internal SimulatedAws Aws { get; }

    internal static async Task<Sandbox> StartAsync(Func<SimulatedAwsOptions, SimulatedAwsOptions>? configure = null)
    {
        var options = new SimulatedAwsOptions { World = TinyWorld.Create() };
        var aws =
            await SimulatedAws.StartAsync(configure?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
        return new Sandbox(aws);
    }

    internal string Trust(string? externalId = ExternalId, string? principal = null)
    {
        var condition = externalId is null
            ? ""
            : $$$""","Condition":{"StringEquals":{"sts:ExternalId":"{{{externalId}}}"}}""";
        return $$$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
            "Principal":{"AWS":"{{{principal ?? Aws.Vendor.UserArn}}}"},
            "Action":["sts:AssumeRole","sts:SetSourceIdentity"]{{{condition}}} }]}
            """;
    }

    internal void PutRole(
        string? roleArn = null, string? trust = null, string? permission = null, int maxSeconds = 3600) =>
        Aws.Roles.Put(roleArn ?? RoleArn, trust ?? Trust(), permission ?? AllowReads, maxSeconds);

    internal AmazonSecurityTokenServiceClient Sts(AWSCredentials? credentials = null) => new(
        credentials ?? new BasicAWSCredentials(Aws.Vendor.AccessKeyId, Aws.Vendor.SecretAccessKey),
        new AmazonSecurityTokenServiceConfig
        {
            ServiceURL = Aws.Endpoint.ToString(),
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
        });

    internal static AssumeRoleRequest Request(Action<AssumeRoleRequest>? change = null)
    {
        var request = new AssumeRoleRequest { RoleArn = RoleArn, RoleSessionName = "test", ExternalId = ExternalId };
        change?.Invoke(request);
        return request;
    }

    /// <summary>AssumeRole's parameters; what is given comes first and therefore counts.</summary>
    internal static string Form(string extra) =>
        $"Action=AssumeRole&Version=2011-06-15&{extra}&RoleArn={Uri.EscapeDataString(RoleArn)}&RoleSessionName=test";

    internal async Task<AssumeRoleResponse> AssumeAsync(
        Action<AssumeRoleRequest>? change = null, AWSCredentials? credentials = null)
    {
        using var sts = Sts(credentials);
        return await sts.AssumeRoleAsync(Request(change), TestContext.Current.CancellationToken);
    }

    internal Task<AmazonSecurityTokenServiceException> RefusedAsync(
        Action<AssumeRoleRequest>? change = null, AWSCredentials? credentials = null) =>
        Should.ThrowAsync<AmazonSecurityTokenServiceException>(() => AssumeAsync(change, credentials));

    /// <summary>A JSON call, signed by hand so that any part of it can be wrong.</summary>
    internal Task<RawAnswer> CallAsync(
        SigningKeys keys, string target, string body = "{}", Action<SignedRequest>? change = null)
    {
        var service = target.StartsWith("AWSOrganizations", StringComparison.Ordinal) ? "organizations" : "ce";
        var request = new SignedRequest(keys, service, body)
        {
            Headers = { ["content-type"] = "application/x-amz-json-1.1", ["x-amz-target"] = target },
        };
        return SendAsync(request, change);
    }

    /// <summary>An STS call, signed by hand.</summary>
    internal Task<RawAnswer> QueryAsync(SigningKeys keys, string form, Action<SignedRequest>? change = null)
    {
        var request = new SignedRequest(keys, "sts", form)
        {
            Headers = { ["content-type"] = "application/x-www-form-urlencoded; charset=utf-8" },
        };
        return SendAsync(request, change);
    }

    internal async Task<RawAnswer> SendAsync(SignedRequest request, Action<SignedRequest>? change = null)
    {
        change?.Invoke(request);
        using var message = request.Build(Aws.Endpoint);
        using var response = await _http.SendAsync(message, TestContext.Current.CancellationToken);
        return await RawAnswer.ReadAsync(response);
    }

    internal async Task<RawAnswer> ControlAsync(HttpMethod method, string path, string? body = null)
    {
        using var message = new HttpRequestMessage(method, new Uri(Aws.Endpoint, "_sandbox/" + path))
        {
            Content = body is null ? null : new StringContent(body),
        };
        using var response = await _http.SendAsync(message, TestContext.Current.CancellationToken);
        return await RawAnswer.ReadAsync(response);
    }

    internal SigningKeys VendorKeys => SigningKeys.Of(Aws.Vendor);

    internal async Task<SigningKeys> SessionKeysAsync(Action<AssumeRoleRequest>? change = null) =>
        SigningKeys.Of((await AssumeAsync(change)).Credentials);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Aws.DisposeAsync();
    }
}
