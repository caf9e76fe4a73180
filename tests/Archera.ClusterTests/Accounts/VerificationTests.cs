using Archera.ClusterTests.Fixture;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Sandbox.Aws.Faults;

namespace Archera.ClusterTests.Accounts;

public sealed class VerificationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_at_once_open_the_role_once_and_the_refresh_uses_that_session()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer);
        fleet.Aws.Faults.Replace([new Fault(FaultKind.Latency, 1, Service: "sts", Milliseconds: 100)]);

        await Task.WhenAll(fleet.VerifyAsync(tenant, payer), fleet.VerifyAsync(tenant, payer));
        await fleet.EndAsync(tenant, new OperationId(payer, 1));

        // One session, and the eleven tries of one ladder: a second ladder would double them.
        fleet.Aws.Calls.Rows().Single(row => row.Operation == "AssumeRole").Sent.ShouldBe(12);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Turns_to_a_role_that_is_set_while_another_is_tried(bool verifiesAgain)
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Onboarding:SettlingDelay", "00:01:00"));
        var payer = fleet.Payer(0);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer);
        var claim = await fleet.Account(payer).GetAsync(tenant, Cancel);
        var right = RoleArn.Parse($"arn:aws:iam::{payer.AccountId}:role/Second");
        fleet.PutRole(right.Value, claim!.ExternalId);
        fleet.PutRole(claim.RoleArn!.Value.Value, new ExternalId("somebody-elses-external-id"));
        await fleet.Account(payer).VerifyAsync(tenant, Cancel);
        (await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(1), Cancel))
            .Value!.IsDone.ShouldBeFalse();

        await fleet.Account(payer).SetRoleAsync(tenant, right, Cancel);
        if (verifiesAgain)
            await fleet.Account(payer).VerifyAsync(tenant, Cancel);

        var view = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        (view.Value!.IsDone, view.Value.Connection).ShouldBe((true, ConnectionState.Connected));
        view.Value.Steps.ShouldAllBe(step => step.Outcome == StepOutcome.Passed);
        var connected = await fleet.Account(payer).GetAsync(tenant, Cancel);
        (connected!.RoleArn, connected.LastError).ShouldBe((right, null));
    }

    [Fact]
    public async Task Blames_nobodys_role_while_our_own_credentials_are_refused()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer);
        await fleet.WriteVendorKeysAsync(secret: "an outdated secret");

        var view = await fleet.VerifyAsync(tenant, payer);

        (view.IsDone, view.Connection).ShouldBe((true, ConnectionState.Issued));
        view.Steps[0].Detail.ShouldContain("our own credentials");
        await fleet.WriteVendorKeysAsync();
        (await fleet.VerifyAsync(tenant, payer)).Connection.ShouldBe(ConnectionState.Connected);
    }
}
