using Archera.ClusterTests.Fixture;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Tenants;
using Archera.Grains.Accounts;
using Archera.Grains.Onboarding;

namespace Archera.ClusterTests.Accounts;

public sealed class ClaimTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_tenant_sees_nothing_of_the_first_and_is_quarantined()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var owner = await fleet.OnboardAsync(payer, "Owner");
        var stranger = await fleet.CreateTenantAsync("Stranger");

        (await fleet.Account(payer).GetAsync(stranger, Cancel)).ShouldBeNull();
        await fleet.ClaimAsync(stranger, payer, "Second");
        var verified = await fleet.VerifyAsync(stranger, payer);

        verified.Connection.ShouldBe(ConnectionState.Quarantined);
        var theirs = await fleet.Account(payer).GetAsync(stranger, Cancel);
        var own = await fleet.Account(payer).GetAsync(owner, Cancel);
        theirs!.Datasets.ShouldBeEmpty();
        theirs.ExternalId.ShouldNotBe(own!.ExternalId);
        own.Connection.ShouldBe(ConnectionState.Connected);
        var costs = await fleet.CostsAsync(stranger);
        costs.Rows.ShouldBeEmpty();
        costs.Completeness.AccountsExpected.ShouldBe(0);
        (await fleet.Account(payer).GetOperationAsync(stranger, new OperationId(payer, 1), Cancel)).ShouldBeNull();
        (await fleet.Account(payer).RefreshAsync(stranger, Cancel)).Refusal!.Code.ShouldBe(RefusalCodes.NotConnected);
    }

    [Fact]
    public async Task A_role_that_refuses_the_external_id_is_refused_with_a_remedy()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer);
        fleet.PutRole($"arn:aws:iam::{payer.AccountId}:role/Archera", new ExternalId("somebody-elses-external-id"));

        var view = await fleet.VerifyAsync(tenant, payer);

        view.Connection.ShouldBe(ConnectionState.Refused);
        view.Steps[0].Outcome.ShouldBe(StepOutcome.Failed);
        view.Steps[0].Remedy.ShouldNotBeNull();
        view.Steps[1].Outcome.ShouldBe(StepOutcome.Skipped);
    }

    [Fact]
    public async Task A_hundred_claims_of_two_tenants_at_once_make_one_owner()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        TenantId[] tenants = [await fleet.CreateTenantAsync("One"), await fleet.CreateTenantAsync("Two")];
        var request = new ClaimRequest(PermissionTier.Production, ConnectionMode.Payer);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 100).Select(
            number => fleet.Account(payer).ClaimAsync(tenants[number % 2], request, Cancel)));
        await fleet.ClaimAsync(tenants[0], payer, "First");
        await fleet.ClaimAsync(tenants[1], payer, "Second");
        var views = await Task.WhenAll(tenants.Select(tenant => fleet.VerifyAsync(tenant, payer)));

        receipts.Count(receipt => receipt.Value!.Created).ShouldBe(2);
        receipts.Select(receipt => receipt.Value!.View.ExternalId).Distinct().Count().ShouldBe(2);
        views.Select(view => view.Connection).Order()
            .ShouldBe([ConnectionState.Connected, ConnectionState.Quarantined]);
        var loser = tenants[views[0].Connection == ConnectionState.Quarantined ? 0 : 1];
        var theirs = await fleet.Account(payer).GetAsync(loser, Cancel);
        theirs!.LastError.ShouldNotBeNull();
        tenants.ShouldAllBe(tenant => !theirs.LastError.Contains(tenant.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_claim_that_never_passed_lapses_when_the_account_has_too_many_and_is_made_anew_with_another_id()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var oldest = await fleet.CreateTenantAsync("Oldest");
        var profile = fleet.Grains.GetGrain<ITenantGrain>(oldest.Value);
        await profile.AddPayerAccountAsync(payer, Cancel);
        var request = new ClaimRequest(PermissionTier.Production, ConnectionMode.Payer);
        var full = Enumerable.Range(1, ClaimBook.MaxClaims - 1).Select(i => TenantId.Parse($"t-{i:00000000}"))
            .Prepend(oldest)
            .Aggregate(
                ClaimBook.Empty,
                (book, tenant) => book.Add(tenant, request, ExternalIds.Issue(), DateTimeOffset.UnixEpoch).Value!);
        await fleet.SeedAsync(
            PayerAccountState.RecordName, fleet.Account(payer), new PayerAccountState { Claims = full });

        await fleet.OnboardAsync(payer, "True owner");

        (await fleet.EventsAsync(oldest, 1)).ShouldBe([TenantEventKind.Lapsed]);
        (await fleet.Account(payer).GetAsync(oldest, Cancel)).ShouldBeNull();
        (await profile.GetAsync(Cancel))!.PayerAccounts.ShouldBeEmpty();
        var again = await fleet.Account(payer).ClaimAsync(oldest, request, Cancel);
        again.Value!.Created.ShouldBeTrue();
        again.Value.View.ExternalId.ShouldNotBe(full.Find(oldest)!.ExternalId);
    }

    [Fact]
    public async Task A_quarantined_claim_whose_role_closes_is_refused_like_anybody()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        await fleet.OnboardAsync(payer, "Owner");
        var second = await fleet.CreateTenantAsync("Second");
        await fleet.ClaimAsync(second, payer, "Second");
        (await fleet.VerifyAsync(second, payer)).Connection.ShouldBe(ConnectionState.Quarantined);
        fleet.Aws.Roles.Delete($"arn:aws:iam::{payer.AccountId}:role/Second").ShouldBeTrue();

        (await fleet.VerifyAsync(second, payer)).Connection.ShouldBe(ConnectionState.Refused);
    }

    [Fact]
    public async Task A_deputy_that_names_another_tenants_role_is_refused_like_anybody()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var owner = await fleet.OnboardAsync(payer, "Owner");
        var victim = (await fleet.Account(payer).GetAsync(owner, Cancel))!.RoleArn!.Value;
        var attacker = await fleet.CreateTenantAsync("Attacker");
        await fleet.Account(payer).ClaimAsync(
            attacker, new ClaimRequest(PermissionTier.Production, ConnectionMode.Payer), Cancel);
        await fleet.Account(payer).SetRoleAsync(attacker, victim, Cancel);

        var view = await fleet.VerifyAsync(attacker, payer);

        view.Connection.ShouldBe(ConnectionState.Refused);
        view.Steps[0].Remedy.ShouldBe(VerificationRemedies.OfRole);
        (await fleet.Account(payer).GetAsync(owner, Cancel))!.Connection.ShouldBe(ConnectionState.Connected);
    }

    [Fact]
    public async Task A_member_account_is_not_taken_for_a_payer()
    {
        await using var fleet = await TestFleet.StartAsync();
        var member = PayerAccountKey.Parse("aws:" + fleet.Aws.World.Organizations[0].Accounts[1].Id);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, member);

        var view = await fleet.VerifyAsync(tenant, member);

        view.Connection.ShouldBe(ConnectionState.Refused);
        view.Steps.Single(step => step.Id == VerificationSteps.OrganizationPayer)
            .Outcome.ShouldBe(StepOutcome.Failed);
    }

    [Fact]
    public async Task A_member_account_connected_alone_is_not_read_for_what_only_a_payer_knows()
    {
        await using var fleet = await TestFleet.StartAsync();
        var member = PayerAccountKey.Parse("aws:" + fleet.Aws.World.Organizations[0].Accounts[1].Id);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, member, mode: ConnectionMode.SubAccount);

        (await fleet.VerifyAsync(tenant, member)).Connection.ShouldBe(ConnectionState.Connected);

        var ended = await fleet.EndAsync(tenant, new OperationId(member, 1));
        var view = await fleet.Account(member).GetAsync(tenant, Cancel);
        ended.State.ShouldBe(OperationState.Succeeded);
        view!.LastError.ShouldBeNull();
        view.Datasets.ShouldAllBe(dataset => dataset.Late == 0 && dataset.Dataset.Value != "LinkedAccounts");
    }

    [Fact]
    public async Task A_role_of_another_account_is_not_even_stored()
    {
        await using var fleet = await TestFleet.StartAsync();
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, fleet.Payer(0));

        var answer = await fleet.Account(fleet.Payer(0)).SetRoleAsync(
            tenant, RoleArn.Parse($"arn:aws:iam::{fleet.Payer(1).AccountId}:role/Archera"), Cancel);

        answer.Refusal!.Code.ShouldBe(RefusalCodes.RoleMismatch);
    }

    [Fact]
    public async Task An_idempotency_key_makes_one_tenant()
    {
        await using var fleet = await TestFleet.StartAsync();
        var index = fleet.Grains.GetGrain<ITenantIndexGrain>(ITenantIndexGrain.Key);

        var first = await index.CreateAsync("Acme", "once", Cancel);
        var again = await index.CreateAsync("Acme", "once", Cancel);
        var other = await index.CreateAsync("Bolt", "once", Cancel);

        again.Value!.Id.ShouldBe(first.Value!.Id);
        other.Refusal!.Code.ShouldBe(RefusalCodes.IdempotencyKeyReused);
        (await index.ListAsync(Cancel)).ShouldBe([first.Value.Id]);
    }
}
