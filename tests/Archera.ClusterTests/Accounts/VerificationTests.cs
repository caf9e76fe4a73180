using Archera.ClusterTests.Fixture;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Grains.Onboarding;
using Archera.Sandbox.Aws.Faults;

namespace Archera.ClusterTests.Accounts;

public sealed class VerificationTests
{
    private const string OpensToAnyId = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"VENDOR"},
        "Action":["sts:AssumeRole","sts:SetSourceIdentity"],"Condition":{"StringLike":{"sts:ExternalId":"*"} } }]}
        """;

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

        // One session, and the thirteen tries of one ladder: a second ladder would double them.
        fleet.Aws.Calls.Rows().Single(row => row.Operation == "AssumeRole").Sent.ShouldBe(14);
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
        view.Value.Steps.Where(step => step.Outcome != StepOutcome.Passed).Select(step => step.Id)
            .ShouldBe([VerificationSteps.EmptyId, VerificationSteps.RefusedToOthers]);
        var connected = await fleet.Account(payer).GetAsync(tenant, Cancel);
        (connected!.RoleArn, connected.LastError).ShouldBe((right, null));
    }

    [Fact]
    public async Task Blames_nobodys_role_while_STS_is_off_in_the_Region()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer);
        fleet.Aws.Faults.Replace([new Fault(FaultKind.RegionDisabled, 1, Service: "sts")]);

        var view = await fleet.VerifyAsync(tenant, payer);

        (view.IsDone, view.Connection).ShouldBe((true, ConnectionState.Issued));
        view.Steps[0].Remedy.ShouldNotBeNull().ShouldContain("activate STS");
        view.Steps.ShouldAllBe(step => step.Outcome != StepOutcome.Passed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Takes_back_its_green_checks_when_the_door_can_not_be_tried_to_the_end(bool isRoleGone)
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Onboarding:SettlingDelay", "00:00:03"));
        var payer = fleet.Payer(0);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer);
        var role = (await fleet.Account(payer).GetAsync(tenant, Cancel))!.RoleArn!.Value.Value;
        fleet.PutRole(role, OpensToAnyId.Replace("VENDOR", fleet.Aws.Vendor.UserArn, StringComparison.Ordinal));
        await fleet.Account(payer).VerifyAsync(tenant, Cancel);
        var running = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(1), Cancel);
        running.Value!.Steps.Single(step => step.Id == VerificationSteps.RefusedWithoutId)
            .Outcome.ShouldBe(StepOutcome.Passed);

        if (isRoleGone)
            fleet.Aws.Roles.Delete(role).ShouldBeTrue();
        else
            fleet.Aws.Faults.Replace([new Fault(FaultKind.Error500, 1, Service: "sts")]);

        // A role that is gone is asked for again three times before that counts.
        await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        var view = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        (view.Value!.IsDone, view.Value.Connection).ShouldBe((true, ConnectionState.Issued));
        string[] green = [VerificationSteps.AssumeRole, VerificationSteps.SourceIdentity];
        view.Value.Steps.Where(step => step.Outcome == StepOutcome.Passed).Select(step => step.Id).ShouldBe(green);
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
