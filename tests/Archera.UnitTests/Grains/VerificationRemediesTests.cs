using Archera.Aws.Calls;
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
    public void Of_no_organization_grant_nothing()
    {
        VerificationRemedies.OfOrganization(Failure(FailureReasons.NoOrganization))
            .ShouldNotContain("DescribeOrganization");
        VerificationRemedies.OfOrganization(Failure(FailureReasons.AccessDenied))
            .ShouldContain("organizations:DescribeOrganization");
    }

    private static AwsFailure Failure(string reason) => new(reason, FaultOf.Customer, false, "Code", "Words.");
}
