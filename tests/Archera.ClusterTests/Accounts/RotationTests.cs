using Archera.ClusterTests.Fixture;
using Archera.Contracts.Accounts;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;

namespace Archera.ClusterTests.Accounts;

public sealed class RotationTests
{
    private const string Step = "new-external-id";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_old_external_id_goes_on_until_the_new_one_is_verified_and_is_retired_then()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var role = (await fleet.Account(payer).GetAsync(tenant, Cancel))!.RoleArn!.Value.Value;

        var issued = (await fleet.Account(payer).IssueExternalIdAsync(tenant, Cancel)).Value!;
        var before = await fleet.VerifyAsync(tenant, payer);
        fleet.PutRole(role, issued.NextExternalId!.Value);
        var after = await fleet.VerifyAsync(tenant, payer);

        (before.Connection, Rotation(before).Outcome).ShouldBe((ConnectionState.Connected, StepOutcome.Waiting));
        (after.Connection, Rotation(after).Outcome).ShouldBe((ConnectionState.Connected, StepOutcome.Passed));
        var view = (await fleet.Account(payer).GetAsync(tenant, Cancel))!;
        (view.ExternalId, view.NextExternalId).ShouldBe((issued.NextExternalId.Value, null));
        (await fleet.RefreshAsync(tenant, payer)).State.ShouldBe(OperationState.Succeeded);
        (await fleet.EventsAsync(tenant, 3)).ShouldBe([
            TenantEventKind.Connected, TenantEventKind.ExternalIdIssued, TenantEventKind.ExternalIdRetired]);
    }

    [Fact]
    public async Task A_second_request_gives_the_external_id_that_already_waits()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer);

        var first = (await fleet.Account(payer).IssueExternalIdAsync(tenant, Cancel)).Value!;
        var second = (await fleet.Account(payer).IssueExternalIdAsync(tenant, Cancel)).Value!;

        first.NextExternalId.ShouldNotBeNull().ShouldNotBe(first.ExternalId);
        second.NextExternalId.ShouldBe(first.NextExternalId);
    }

    [Fact]
    public async Task A_role_that_still_takes_the_old_external_id_is_told_so()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var view = (await fleet.Account(payer).IssueExternalIdAsync(tenant, Cancel)).Value!;
        fleet.PutRole(
            view.RoleArn!.Value.Value,
            $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{fleet.Aws.Vendor.UserArn}}"},
            "Action":["sts:AssumeRole","sts:SetSourceIdentity"],"Condition":{"StringEquals":{"sts:ExternalId":
            ["{{view.ExternalId.Reveal()}}","{{view.NextExternalId!.Value.Reveal()}}"]} } }]}
            """);

        var verified = await fleet.VerifyAsync(tenant, payer);

        verified.Connection.ShouldBe(ConnectionState.Connected);
        Rotation(verified).Detail.ShouldContain("still opens with the old one");
    }

    [Fact]
    public async Task A_role_that_takes_neither_external_id_suspends_the_account()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var view = (await fleet.Account(payer).IssueExternalIdAsync(tenant, Cancel)).Value!;
        fleet.PutRole(view.RoleArn!.Value.Value, new ExternalId("neither-the-old-nor-the-new"));

        (await fleet.VerifyAsync(tenant, payer)).Connection.ShouldBe(ConnectionState.Suspended);
    }

    private static VerificationStep Rotation(VerificationView view) => view.Steps.Single(step => step.Id == Step);
}
