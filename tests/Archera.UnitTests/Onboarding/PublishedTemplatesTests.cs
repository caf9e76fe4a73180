using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Gateway.Onboarding;
using Microsoft.Extensions.Configuration;

namespace Archera.UnitTests.Onboarding;

public sealed class PublishedTemplatesTests
{
    private const string Bucket = "https://acme.s3.eu-west-1.amazonaws.com/archera/v1";

    [Fact]
    public void A_link_names_the_template_of_tier_and_mode_and_fills_in_whom_it_trusts()
    {
        var link = Read(Bucket).QuickCreateUrl(Role("aws"));

        link.ShouldBe(
            "https://console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks/quickcreate"
            + "?templateURL=https%3A%2F%2Facme.s3.eu-west-1.amazonaws.com%2Farchera%2Fv1%2Farchera-Trial-Payer.yaml"
            + "&stackName=Archera"
            + "&param_VendorPrincipalArn=arn%3Aaws%3Aiam%3A%3A012345678901%3Auser%2Fa%26b"
            + "&param_ExternalId=arc-1%2B2"
            + "&param_AccountId=012345678901");
        PublishedTemplates.All.ShouldContainKey("archera-Trial-Payer.yaml");
    }

    [Theory]
    [InlineData("https://acme.s3.us-gov-west-1.amazonaws.com", "aws-us-gov", "https://console.amazonaws-us-gov.com/")]
    [InlineData("https://acme.s3.cn-north-1.amazonaws.com.cn/", "aws-cn", "https://console.amazonaws.cn/")]
    [InlineData("https://s3.amazonaws.com/acme/", "aws", "https://console.aws.amazon.com/")]
    public void A_link_leads_to_the_console_of_the_buckets_partition_and_is_given_in_no_other(
        string bucket, string partition, string console)
    {
        var published = Read(bucket);

        published.QuickCreateUrl(Role(partition)).ShouldNotBeNull().ShouldStartWith(console);
        AwsPartition.All.Where(other => other.Name != partition)
            .ShouldAllBe(other => published.QuickCreateUrl(Role(other.Name)) == null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_an_address_there_is_no_link(string? address) =>
        Read(address).QuickCreateUrl(Role("aws")).ShouldBeNull();

    [Theory]
    [InlineData("http://acme.s3.amazonaws.com")]
    [InlineData("https://acme.example.com/templates")]
    [InlineData("https://acme.s3.amazonaws.com.evil.com/")]
    [InlineData("https://user:word@acme.s3.amazonaws.com/")]
    [InlineData("https://acme.s3.amazonaws.com/?x=1")]
    [InlineData("s3://acme/archera")]
    public void An_address_that_CloudFormation_would_not_read_ends_the_start_in_words(string address) =>
        Should.Throw<InvalidOperationException>(() => Read(address))
            .Message.ShouldStartWith("Onboarding:TemplateBaseUrl is not the https address of a folder in S3");

    private static PublishedTemplates Read(string? address) => PublishedTemplates.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Onboarding:TemplateBaseUrl"] = address })
            .Build());

    private static RoleBlueprint Role(string partition) => new(
        PayerAccountKey.Parse($"{partition}:012345678901"),
        new RoleRights(PermissionTier.Trial, ConnectionMode.Payer),
        $"arn:{partition}:iam::012345678901:user/a&b",
        new ExternalId("arc-1+2"));
}
