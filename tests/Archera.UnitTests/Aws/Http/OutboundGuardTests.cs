using Archera.Aws;
using Archera.Aws.Http;
using Archera.Aws.Sessions;
using Archera.UnitTests.AwsSdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Archera.UnitTests.Aws.Http;

public sealed class OutboundGuardTests
{
    [Theory]
    [InlineData("https://sts.us-east-1.amazonaws.com/", true)]
    [InlineData("https://ce.cn-northwest-1.amazonaws.com.cn/", true)]
    [InlineData("http://sts.us-east-1.amazonaws.com/", false)]
    [InlineData("https://sts.us-east-1.amazonaws.com:8443/", false)]
    [InlineData("https://user@sts.us-east-1.amazonaws.com/", false)]
    [InlineData("https://sts.us-east-1.amazonaws.com.evil.example/", false)]
    [InlineData("https://sts.amazonaws.com/", true)]
    [InlineData("https://organizations.us-gov-west-1.amazonaws.com/", true)]
    [InlineData("https://abc123.execute-api.us-east-1.amazonaws.com/", false)]
    [InlineData("https://sts.s3.amazonaws.com/", false)]
    [InlineData("https://sts.evil.us-east-1.elb.amazonaws.com/", false)]
    [InlineData("https://evil.example/sts.us-east-1.amazonaws.com", false)]
    [InlineData("https://amazonaws.com.evil.example/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("https://169.254.169.254/", false)]
    public void Only_AWSs_own_names_over_TLS_may_be_asked(string address, bool allowed) =>
        Guard(null).Allows(new Uri(address)).ShouldBe(allowed);

    [Theory]
    [InlineData("http://127.0.0.1:5555/anything", true)]
    [InlineData("http://127.0.0.1:5556/", false)]
    [InlineData("https://127.0.0.1:5555/", false)]
    [InlineData("https://sts.us-east-1.amazonaws.com/", false)]
    public void Where_AWS_is_replaced_only_the_replacement_may_be_asked(string address, bool allowed) =>
        Guard("http://127.0.0.1:5555").Allows(new Uri(address)).ShouldBe(allowed);

    [Theory]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://0xA9FEA9FE/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    public void AWS_is_never_replaced_by_where_machines_ask_for_their_credentials(string address)
    {
        var services = new ServiceCollection()
            .AddArcheraAws(new ConfigurationBuilder()
                .AddInMemoryCollection([KeyValuePair.Create("Aws:EndpointOverride", (string?)address)])
                .Build())
            .BuildServiceProvider();

        var refused = Should.Throw<OptionsValidationException>(
            () => services.GetRequiredService<IOptions<AwsOptions>>().Value);

        refused.Message.ShouldContain("link-local");
    }

    [Fact]
    public async Task A_name_that_resolves_to_this_machine_is_not_connected_to()
    {
        await using var server = WireServer.Answering(200, "");
        using var client = new HttpClient(new SocketsHttpHandler { ConnectCallback = Guard(null).ConnectAsync });
        var address = new UriBuilder(server.Url) { Host = "localhost" }.Uri;

        var refused = await Should.ThrowAsync<HttpRequestException>(
            client.GetAsync(address, TestContext.Current.CancellationToken));

        refused.InnerException.ShouldBeOfType<WireFaultException>().Fault.ShouldBe(WireFault.Forbidden);
        server.Requests.ShouldBeEmpty();
    }

    private static OutboundGuard Guard(string? replacement) => new(Options.Create(new AwsOptions
    {
        EndpointOverride = replacement is null ? null : new Uri(replacement),
    }));
}
