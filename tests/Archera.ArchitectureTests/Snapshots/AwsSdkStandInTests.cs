using Amazon.CloudWatch;
using Amazon.CostExplorer;
using Amazon.Organizations;
using Amazon.SavingsPlans;

namespace Archera.ArchitectureTests.Snapshots;

/// <summary>The stand-ins offer what the vendor's packages offer, and nothing that only they have.</summary>
public sealed class AwsSdkStandInTests
{
    [Fact]
    public void Have_the_surface_that_was_agreed() => Snapshot.Matches(
        "AwsSdk.PublicSurface",
        PublicSurface.Describe(typeof(IAmazonCloudWatch).Assembly)
            .Concat(PublicSurface.Describe(typeof(IAmazonCostExplorer).Assembly))
            .Concat(PublicSurface.Describe(typeof(IAmazonOrganizations).Assembly))
            .Concat(PublicSurface.Describe(typeof(IAmazonSavingsPlans).Assembly)));
}
