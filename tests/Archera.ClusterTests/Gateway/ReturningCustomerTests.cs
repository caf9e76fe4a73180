using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;

namespace Archera.ClusterTests.Gateway;

public sealed class ReturningCustomerTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    [Fact]
    public async Task Whoever_comes_back_gets_another_external_id_and_the_old_role_stays_shut_to_it()
    {
        var payer = gateway.Fleet.Payer(0);
        var path = $"/api/v1/payer-accounts/{payer}";
        var key = await gateway.OnboardAsync(payer);
        var before = await gateway.GetAsync(path, key);

        var leaving = await gateway.SendAsync("DELETE", path, key);
        OperationId.TryParse(leaving["id"], out var operation).ShouldBeTrue(leaving.Text);
        var ended = await gateway.Fleet.EndLeavingAsync(gateway.TenantOf(key), operation);
        var gone = await gateway.GetAsync(path, key);
        var claimed = await gateway.ClaimAsync(payer, key);
        var verified = await gateway.VerifyAsync(payer, key, before["roleArn"]!);

        (leaving.Status, ended.State, gone.Status, claimed.Status)
            .ShouldBe((202, OperationState.Succeeded, 404, 201));
        claimed["externalId"].ShouldNotBe(before["externalId"]);
        verified["connection"].ShouldBe("Refused");
        verified.Text.ShouldNotContain(before["externalId"]!);
        ended.Kind.ShouldBe(OperationKind.Offboarding);
    }
}
