using System.Text.Json.Nodes;
using Archera.ClusterTests.Fixture;
using Archera.Grains.Custody;
using Archera.Silo.Custody;
using Microsoft.Extensions.DependencyInjection;

namespace Archera.ClusterTests.Custody;

public sealed class LostKeyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_an_owned_account_is_wrapped_by_its_tenants_again_when_it_is_made_anew(bool isActive)
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var scope = KeyScope.Of(payer);
        var assigned = fleet.Keys.NextWrite(scope.Name);
        var tenant = await fleet.OnboardAsync(payer);
        await assigned.WaitAsync(TestFleet.Patience, Cancel);
        var silo = fleet.Cluster.Silos[0].ServiceProvider;
        await silo.GetRequiredService<IRecordKeys>().RenewAsync(payer, Cancel);
        (await WrapperAsync()).ShouldBe(KeyScope.Installation.Name);

        assigned = fleet.Keys.NextWrite(scope.Name);
        if (!isActive)
            await fleet.DeactivateAsync(payer);
        await fleet.TickAsync(payer);

        await assigned.WaitAsync(TestFleet.Patience, Cancel);
        (await WrapperAsync()).ShouldBe(KeyScope.Of(tenant).Name);

        async Task<string?> WrapperAsync()
        {
            var document = await silo.GetRequiredService<KeyCustody>().Store.ReadAsync(scope.Name, Cancel);
            return (string?)JsonNode.Parse(document!.Content)!["WrappedBy"];
        }
    }
}
