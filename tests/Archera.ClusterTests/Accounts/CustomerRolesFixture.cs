using Archera.ClusterTests.Fixture;

namespace Archera.ClusterTests.Accounts;

/// <summary>One fleet for all roles: each is another tenant's claim on the same account.</summary>
public sealed class CustomerRolesFixture : IAsyncLifetime
{
    public TestFleet Fleet { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Fleet = await TestFleet.StartAsync(hasWitnesses: true, settings: ("Onboarding:SettlingRetries", "1"));

    public ValueTask DisposeAsync() => Fleet.DisposeAsync();
}
