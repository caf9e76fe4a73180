using Archera.Grains.Onboarding;

namespace Archera.UnitTests.Grains;

public sealed class VerificationRemediesTests
{
    [Theory]
    [InlineData("vendorPrincipalArn")]
    [InlineData("sts:AssumeRole")]
    [InlineData("sts:SetSourceIdentity")]
    [InlineData("sts:ExternalId")]
    public void Of_a_refused_role_name_everything_that_AWS_answers_alike(string cause) =>
        VerificationRemedies.OfRole.ShouldContain(cause);

    [Fact]
    public void Of_no_organization_grant_nothing() =>
        VerificationRemedies.OfNoOrganization.ShouldNotContain("DescribeOrganization");
}
