using Archera.Contracts.Identity;
using Archera.Gateway.Accounts;
using Microsoft.Extensions.Configuration;

namespace Archera.UnitTests.Gateway;

public sealed class VendorPrincipalsTests
{
    private const string Principal = "arn:aws:iam::999999999999:user/archera";
    private const string Chinese = "arn:aws-cn:iam::999999999999:user/archera";

    [Fact]
    public void A_partition_is_served_with_a_profile_and_a_principal()
    {
        var vendor = Read(("Onboarding:VendorPrincipalArn", Principal), ("Aws:Partitions:aws:Profile", "vendor"));

        vendor.Find(AwsPartition.Aws).ShouldBe(Principal);
    }

    [Fact]
    public void Neither_alone_serves_it()
    {
        Read(("Onboarding:VendorPrincipalArn", Principal)).Find(AwsPartition.Aws).ShouldBeNull();
        Read(("Aws:Partitions:aws:Profile", "vendor")).Find(AwsPartition.Aws).ShouldBeNull();
    }

    [Fact]
    public void A_principal_holds_only_for_the_partition_in_its_ARN()
    {
        var vendor = Read(("Onboarding:VendorPrincipalArn", Principal), ("Aws:Partitions:aws-cn:Profile", "vendor"));

        vendor.Find(AwsPartition.AwsCn).ShouldBeNull();
    }

    [Fact]
    public void A_partition_may_have_a_principal_of_its_own()
    {
        var vendor = Read(
            ("Onboarding:VendorPrincipalArn", Principal),
            ("Aws:Partitions:aws:Profile", "vendor"),
            ("Aws:Partitions:aws-cn:Profile", "vendor-cn"),
            ("Aws:Partitions:aws-cn:VendorPrincipalArn", Chinese));

        vendor.Find(AwsPartition.Aws).ShouldBe(Principal);
        vendor.Find(AwsPartition.AwsCn).ShouldBe(Chinese);
    }

    [Theory]
    [InlineData("Onboarding:VendorPrincipalArn", "archera")]
    [InlineData("Onboarding:VendorPrincipalArn", "arn:aws:iam::9:user/archera")]
    [InlineData("Onboarding:VendorPrincipalArn", "arn:aws:iam::999999999999:root")]
    [InlineData("Aws:Partitions:aws-cn:VendorPrincipalArn", Principal)]
    [InlineData("Aws:Partitions:mars:Profile", "vendor")]
    public void What_cannot_be_meant_ends_the_start_in_one_line(string path, string value)
    {
        var refused = Should.Throw<InvalidOperationException>(() => Read((path, value)));

        refused.Message.ShouldStartWith(path[..path.LastIndexOf(':')]);
        refused.Message.ShouldNotContain('\n');
    }

    private static VendorPrincipals Read(params (string Path, string Value)[] settings) => VendorPrincipals.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Path, string? (setting) => setting.Value))
            .Build());
}
