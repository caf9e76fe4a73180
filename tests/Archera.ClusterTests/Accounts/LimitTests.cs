using Archera.ClusterTests.Fixture;
using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.Tenants;
using Archera.Grains.Tenants;

namespace Archera.ClusterTests.Accounts;

/// <summary>Records that are full already, one call before their limit.</summary>
public sealed class LimitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_tenant_fits_and_one_more_is_refused()
    {
        await using var fleet = await TestFleet.StartAsync();
        var index = fleet.Grains.GetGrain<ITenantIndexGrain>(ITenantIndexGrain.Key);
        var tenants = Enumerable.Range(1, TenantLimits.MaxTenants - 1).Select(i => new IndexedTenant(
            TenantId.Parse($"t-{i:0000000000000000}"), $"Tenant {i}", DateTimeOffset.UnixEpoch, null));
        await fleet.SeedAsync("tenant-index", index, new TenantIndexState { Tenants = [.. tenants] });

        (await index.CreateAsync("The last one", null, Cancel)).IsGranted.ShouldBeTrue();

        (await index.CreateAsync("One too many", null, Cancel)).Refusal!.Code.ShouldBe(RefusalCodes.TooMany);
    }

    [Fact]
    public async Task The_last_payer_account_and_the_last_key_fit_and_one_more_is_refused()
    {
        await using var fleet = await TestFleet.StartAsync();
        var id = TenantId.Parse("t-0000000000000001");
        var tenant = fleet.Grains.GetGrain<ITenantGrain>(id.Value);
        var payers = Enumerable.Range(1, TenantLimits.MaxPayerAccounts - 1).Select(Payer);
        var keys = Enumerable.Range(1, TenantLimits.MaxKeys - 1).Select(i => $"key{i:00000}");
        var profile = new TenantProfile(id, "Tenant", DateTimeOffset.UnixEpoch, [.. keys], [.. payers]);
        await fleet.SeedAsync("tenant", tenant, new TenantState { Profile = profile });

        (await tenant.AddKeyAsync("lastkey1", Cancel)).IsGranted.ShouldBeTrue();
        (await tenant.AddPayerAccountAsync(Payer(TenantLimits.MaxPayerAccounts), Cancel)).IsGranted.ShouldBeTrue();

        (await tenant.AddKeyAsync("onemore1", Cancel)).Refusal!.Code.ShouldBe(RefusalCodes.TooMany);
        (await tenant.AddPayerAccountAsync(Payer(0), Cancel)).Refusal!.Code.ShouldBe(RefusalCodes.TooMany);
        (await tenant.AddKeyAsync("lastkey1", Cancel)).IsGranted.ShouldBeTrue();
    }

    private static PayerAccountKey Payer(int number) => PayerAccountKey.Parse($"aws:{number:000000000000}");
}
