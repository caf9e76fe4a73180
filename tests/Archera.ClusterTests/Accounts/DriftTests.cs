using Archera.ClusterTests.Fixture;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;

namespace Archera.ClusterTests.Accounts;

public sealed class DriftTests
{
    private const string OpenToAnybody = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"VENDOR"},
        "Action":["sts:AssumeRole","sts:SetSourceIdentity"]}]}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_loosened_later_suspends_the_account_until_it_is_shut_again()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var view = await fleet.Account(payer).GetAsync(tenant, Cancel);
        var role = view!.RoleArn!.Value.Value;
        var before = await fleet.CostsAsync(tenant);
        fleet.PutRole(role, OpenToAnybody.Replace("VENDOR", fleet.Aws.Vendor.UserArn, StringComparison.Ordinal));

        await NextDayAsync(fleet, tenant, payer, ConnectionState.Suspended);

        var suspended = await fleet.Account(payer).GetAsync(tenant, Cancel);
        suspended!.RoleArn!.Value.Value.ShouldBe(role);
        suspended.LastError.ShouldNotBeNull().ShouldContain("opens without an external id");
        (await fleet.Account(payer).RefreshAsync(tenant, Cancel)).Refusal!.Code.ShouldBe(RefusalCodes.NotConnected);
        var costs = await fleet.CostsAsync(tenant);
        costs.Totals.ShouldBe(before.Totals);
        costs.Completeness.Late.ShouldHaveSingleItem().Reason.ShouldBe("suspended");

        fleet.PutRole(role, view.ExternalId);
        await NextDayAsync(fleet, tenant, payer, ConnectionState.Connected);

        (await fleet.EndAsync(tenant, new OperationId(payer, 2))).State.ShouldBe(OperationState.Succeeded);
        await fleet.ShouldEqualTruthAsync(tenant, payer);
    }

    private static async Task NextDayAsync(
        TestFleet fleet, TenantId tenant, PayerAccountKey payer, ConnectionState expected)
    {
        fleet.MoveTo(fleet.Today.AddDays(1));
        await fleet.TickAsync(payer);
        var view = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        (view.Value!.IsDone, view.Value.Connection).ShouldBe((true, expected));
    }
}
