using Archera.Aws.Calls;
using Archera.ClusterTests.Fixture;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Onboarding;
using Archera.Sandbox.Aws.Faults;

namespace Archera.ClusterTests.Accounts;

/// <summary>What other principals of ours can and can't say of a role.</summary>
public sealed class WitnessTests
{
    private const string TrustsEverybody = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},
        "Action":["sts:AssumeRole","sts:SetSourceIdentity"],"Condition":{"StringEquals":{"sts:ExternalId":"ID"} } }]}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_one_the_report_says_what_is_not_proven()
    {
        await using var fleet = await TestFleet.StartAsync();
        var (payer, tenant) = await ClaimAsync(fleet, TrustsEverybody);

        var view = await fleet.VerifyAsync(tenant, payer);

        view.Connection.ShouldBe(ConnectionState.Connected);
        Rung(view).Outcome.ShouldBe(StepOutcome.Skipped);
        Rung(view).Detail.ShouldContain("Not proven");
        Rung(view).Detail.ShouldContain("a principal of another account and another principal of our own account");
    }

    [Fact]
    public async Task With_one_alone_the_report_says_who_was_not_there()
    {
        await using var fleet = await TestFleet.StartAsync(
            hasWitnesses: true,
            settings:
            [
                ("Aws:Partitions:aws:ColleagueProfile", null!),
                ("Aws:Partitions:aws:ColleagueControlRole", null!),
            ]);
        var (payer, tenant) = await ClaimAsync(fleet);

        var view = await fleet.VerifyAsync(tenant, payer);

        Rung(view).Outcome.ShouldBe(StepOutcome.Passed);
        Rung(view).Detail.ShouldContain("with the external id to a principal of another account.");
        Rung(view).Detail.ShouldContain("Not proven, for want of a witness: that it refuses another principal of our");
    }

    [Fact]
    public async Task One_whose_own_keys_are_refused_proves_nothing_and_blames_nobody()
    {
        await using var fleet = await TestFleet.StartAsync(hasWitnesses: true);
        var (payer, tenant) = await ClaimAsync(fleet);
        await fleet.WriteVendorKeysAsync(witnessSecret: "an outdated secret");

        var view = await fleet.VerifyAsync(tenant, payer);

        ShouldBeUnproven(view, "Aws:Partitions:aws:WitnessProfile");
        await fleet.WriteVendorKeysAsync();
        (await fleet.VerifyAsync(tenant, payer)).Connection.ShouldBe(ConnectionState.Connected);
    }

    [Fact]
    public async Task One_that_no_role_opens_to_proves_nothing()
    {
        await using var fleet = await TestFleet.StartAsync(hasWitnesses: true);
        var (payer, tenant) = await ClaimAsync(fleet);
        fleet.Aws.Roles.Delete(fleet.Aws.ControlRoleOfWitness()).ShouldBeTrue();

        var view = await fleet.VerifyAsync(tenant, payer);

        ShouldBeUnproven(view, "which must open to it");
        Rung(view).Detail.ShouldContain("ours to mend");
    }

    [Fact]
    public async Task One_that_proves_nothing_any_more_raises_an_alarm_and_keeps_a_connected_account()
    {
        await using var fleet = await TestFleet.StartAsync(hasWitnesses: true);
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        fleet.Aws.Roles.Delete(fleet.Aws.ControlRoleOfWitness()).ShouldBeTrue();
        using var alarm = new EndedWork("archera.aws.principal.unproven", AwsInstruments.Name, fleet.Meters);
        var raised = alarm.Next;
        fleet.MoveTo(fleet.Today.AddDays(1));

        await fleet.TickAsync(payer);

        var view = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        view.Value!.Connection.ShouldBe(ConnectionState.Connected);
        Rung(view.Value).Outcome.ShouldBe(StepOutcome.Failed);
        Rung(view.Value).Detail.ShouldContain("ours to mend");
        raised.IsCompleted.ShouldBeTrue();
        (await fleet.EndAsync(tenant, new OperationId(payer, 2))).State.ShouldBe(OperationState.Succeeded);
    }

    [Fact]
    public async Task One_that_AWS_does_not_answer_proves_nothing()
    {
        await using var fleet = await TestFleet.StartAsync(hasWitnesses: true);
        var (payer, tenant) = await ClaimAsync(fleet);
        fleet.Aws.Faults.Replace(
            [new Fault(FaultKind.Error500, 1, Service: "sts", Account: fleet.Aws.Vendor.AccountId)]);

        var view = await fleet.VerifyAsync(tenant, payer);

        ShouldBeUnproven(view, "AWS failed inside");
    }

    [Theory]
    [InlineData("WitnessProfile", "vendor", "the principal that roles are meant to open to")]
    [InlineData("WitnessProfile", "colleague", "it is of our own account")]
    [InlineData("ColleagueProfile", "witness", "it is not of our own account")]
    public async Task One_that_is_not_who_it_should_be_proves_nothing_and_opens_nobodys_role(
        string option, string profile, string why)
    {
        await using var fleet = await TestFleet.StartAsync(
            hasWitnesses: true, settings: ("Aws:Partitions:aws:" + option, profile));
        var (payer, tenant) = await ClaimAsync(fleet);

        var view = await fleet.VerifyAsync(tenant, payer);

        ShouldBeUnproven(view, why);
    }

    [Fact]
    public async Task A_principal_that_is_widened_later_suspends_the_account()
    {
        await using var fleet = await TestFleet.StartAsync(hasWitnesses: true);
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        await PutTrustAsync(fleet, tenant, payer, TrustsEverybody);
        fleet.MoveTo(fleet.Today.AddDays(1));

        await fleet.TickAsync(payer);

        var view = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        view.Value!.Connection.ShouldBe(ConnectionState.Suspended);
        Rung(view.Value).Detail.ShouldContain("opens with the external id to a principal of another account");
        var late = (await fleet.CostsAsync(tenant)).Completeness.Late.ShouldHaveSingleItem();
        late.Detail.ShouldContain("or to others than us");
    }

    private static void ShouldBeUnproven(VerificationView view, string why)
    {
        view.Connection.ShouldBe(ConnectionState.Issued);
        Rung(view).Outcome.ShouldBe(StepOutcome.Failed);
        Rung(view).Detail.ShouldContain("Not proven");
        Rung(view).Detail.ShouldContain(why);
        Rung(view).Remedy.ShouldBe(VerificationRemedies.Later);
        view.Steps.Single(step => step.Id == VerificationSteps.RefusedWithForeignId)
            .Outcome.ShouldBe(StepOutcome.Passed);
    }

    private static VerificationStep Rung(VerificationView view) =>
        view.Steps.Single(step => step.Id == VerificationSteps.RefusedToOthers);

    private static async Task<(PayerAccountKey Payer, TenantId Tenant)> ClaimAsync(
        TestFleet fleet, string? trust = null)
    {
        var payer = fleet.Payer(0);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer);
        if (trust is not null)
            await PutTrustAsync(fleet, tenant, payer, trust);
        return (payer, tenant);
    }

    private static async Task PutTrustAsync(TestFleet fleet, TenantId tenant, PayerAccountKey payer, string trust)
    {
        var claim = await fleet.Account(payer).GetAsync(tenant, Cancel);
        var id = claim!.ExternalId.Reveal();
        fleet.PutRole(claim.RoleArn!.Value.Value, trust.Replace("\"ID\"", $"\"{id}\"", StringComparison.Ordinal));
    }
}
