using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Gateway.Onboarding;
using Microsoft.Extensions.Configuration;

namespace Archera.UnitTests.Onboarding;

public sealed class OnboardingResourceTests
{
    private const string Home = "/cloudformation/home?region=";

    [Theory]
    [InlineData("aws", "https://console.aws.amazon.com" + Home + "us-east-1#/stacks/create")]
    [InlineData("aws-us-gov", "https://console.amazonaws-us-gov.com" + Home + "us-gov-west-1#/stacks/create")]
    [InlineData("aws-cn", "https://console.amazonaws.cn" + Home + "cn-north-1#/stacks/create")]
    public void Leads_to_the_console_of_the_accounts_partition_where_IAM_is(string partition, string url)
    {
        var resource = Resource(partition);

        resource.ConsoleUrl.ShouldBe(url);
        resource.RoleArn.ShouldBe($"arn:{partition}:iam::012345678901:role/Archera");
    }

    [Fact]
    public void Says_of_a_GovCloud_account_and_of_no_other_that_a_standard_account_holds_its_bill()
    {
        foreach (var partition in AwsPartition.All)
        {
            var says = Resource(partition.Name).Notes.Any(note => note.Contains("GovCloud", StringComparison.Ordinal)
                && note.Contains("on the bill of the standard account", StringComparison.Ordinal));

            says.ShouldBe(partition == AwsPartition.AwsUsGov, partition.Name);
        }
    }

    [Theory]
    [InlineData(PermissionTier.Trial, ConnectionMode.Payer, "stackset.yaml is for the linked accounts: their machines")]
    [InlineData(PermissionTier.Production, ConnectionMode.Payer, "stackset.yaml is for the linked accounts: their machines")]
    [InlineData(PermissionTier.Trial, ConnectionMode.SubAccount, "A linked account connected alone shows its own")]
    public void Says_what_linked_accounts_are_asked_for(PermissionTier tier, ConnectionMode mode, string words) =>
        Resource("aws", tier, mode).Notes.ShouldContain(note => note.StartsWith(words));

    private static OnboardingResource Resource(
        string partition, PermissionTier tier = PermissionTier.Trial, ConnectionMode mode = ConnectionMode.Payer) =>
        OnboardingResource.Of(
            new RoleBlueprint(
                PayerAccountKey.Parse($"{partition}:012345678901"),
                new RoleRights(tier, mode),
                $"arn:{partition}:iam::012345678901:user/vendor",
                new ExternalId("arc-1")),
            PublishedTemplates.Read(new ConfigurationBuilder().Build()));
}
