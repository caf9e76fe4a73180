using System.Text;
using Archera.ClusterTests.Fixture;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Tenants;

namespace Archera.ClusterTests.Offboarding;

public sealed class OffboardingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owner_leaves_and_nothing_of_the_account_is_left_in_the_storage()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var days = fleet.History.DayCount;
        var role = (await fleet.Account(payer).GetAsync(tenant, Cancel))!.RoleArn!.Value.Value;

        var ended = await fleet.LeaveAsync(tenant, payer);

        var receipt = await fleet.ReceiptAsync(tenant, ended);
        receipt.Deleted().ShouldBe(new Dictionary<string, int>
        {
            ["claim"] = 1,
            ["commitments-Reservations"] = days,
            ["commitments-SavingsPlans"] = days,
            ["cost-CostByRecordType"] = days,
            ["cost-CostByRegion"] = days,
            ["cost-CostByServiceAndAccount"] = days,
            ["cost-CostByUsageType"] = days,
        }, ignoreOrder: true);
        receipt.GetProperty("remaining").GetInt32().ShouldBe(0);
        receipt.GetProperty("destroyedDataKeys").GetArrayLength().ShouldBe(1);
        receipt.LastOutcome().ShouldBe("StillOpen");
        receipt.GetProperty("lastAssumeRole").GetProperty("detail").GetString()!.ShouldContain($"{role} still opens");
        fleet.Storage.Records("").Keys.ShouldNotContain(
            key => key.Contains(payer.AccountId.Value, StringComparison.Ordinal));
        (await fleet.Reminders.ReadRows(0, 0, Cancel)).Reminders.ShouldBeEmpty();
        (await fleet.Account(payer).GetAsync(tenant, Cancel)).ShouldBeNull();
        (await fleet.Grains.GetGrain<ITenantGrain>(tenant.Value).GetAsync(Cancel))!.PayerAccounts.ShouldBeEmpty();
        var costs = await fleet.CostsAsync(tenant);
        (costs.Rows.Length, costs.Completeness.AccountsExpected).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(true, "Refused")]
    [InlineData(false, "StillOpen")]
    public async Task A_last_try_says_whether_the_role_is_still_open(bool deleted, string outcome)
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var role = (await fleet.Account(payer).GetAsync(tenant, Cancel))!.RoleArn!.Value.Value;
        if (deleted)
            fleet.Aws.Roles.Delete(role).ShouldBeTrue();

        var ended = await fleet.LeaveAsync(tenant, payer);

        var receipt = await fleet.ReceiptAsync(tenant, ended);
        receipt.LastOutcome().ShouldBe(outcome);
        receipt.GetProperty("lastAssumeRole").GetProperty("roleArn").GetString().ShouldBe(role);
    }

    [Fact]
    public async Task A_last_try_is_of_the_role_too_that_was_to_take_the_place_of_the_one_in_use()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var view = (await fleet.Account(payer).IssueExternalIdAsync(tenant, Cancel)).Value!;
        var next = RoleArn.Parse($"arn:aws:iam::{payer.AccountId}:role/Next");
        fleet.PutRole(next.Value, view.NextExternalId!.Value);
        (await fleet.Account(payer).SetRoleAsync(tenant, next, Cancel)).IsGranted.ShouldBeTrue();
        fleet.Aws.Roles.Delete(view.RoleArn!.Value.Value).ShouldBeTrue();

        var receipt = await fleet.ReceiptAsync(tenant, await fleet.LeaveAsync(tenant, payer));

        receipt.LastOutcome().ShouldBe("Refused");
        var other = receipt.GetProperty("otherRole");
        other.GetProperty("outcome").GetString().ShouldBe("StillOpen");
        other.GetProperty("roleArn").GetString().ShouldBe(next.Value);
        other.GetProperty("detail").GetString()!.ShouldContain($"{next} still opens");
    }

    [Fact]
    public async Task A_receipt_holds_no_external_id_and_is_stored_sealed()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var id = (await fleet.Account(payer).GetAsync(tenant, Cancel))!.ExternalId.Reveal();

        var ended = await fleet.LeaveAsync(tenant, payer);

        (await fleet.ReceiptAsync(tenant, ended)).GetRawText().ShouldNotContain(id);
        var stored = fleet.Storage.Records("").Values.Select(Encoding.Latin1.GetString).ToArray();
        stored.ShouldNotBeEmpty();
        stored.ShouldAllBe(bytes => !bytes.Contains(id, StringComparison.Ordinal)
            && !bytes.Contains(payer.AccountId.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leaving_again_finds_the_same_receipt()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var offboarding = fleet.Offboarding(tenant);

        var ended = await fleet.LeaveAsync(tenant, payer);
        var again = await offboarding.BeginAsync(payer, Cancel);

        again.Value.ShouldBe(ended);
        ended.Kind.ShouldBe(OperationKind.Offboarding);
        (await offboarding.ListReceiptsAsync(Cancel)).ShouldHaveSingleItem().ReceiptId.ShouldBe(ended.ReceiptId);
        (await offboarding.BeginAsync(fleet.Payer(1), Cancel)).Refusal!.Code.ShouldBe(RefusalCodes.NotFound);
    }

    [Fact]
    public async Task A_returning_tenant_starts_from_nothing_with_a_new_external_id()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var old = (await fleet.Account(payer).GetAsync(tenant, Cancel))!.ExternalId;
        var left = await fleet.LeaveAsync(tenant, payer);

        await fleet.ClaimAsync(tenant, payer, "Second");
        var fresh = await fleet.Account(payer).GetAsync(tenant, Cancel);
        (await fleet.VerifyAsync(tenant, payer)).Connection.ShouldBe(ConnectionState.Connected);
        var first = await fleet.EndAsync(tenant, new OperationId(payer, left.Id.Number + 1));

        fresh!.Connection.ShouldBe(ConnectionState.Issued);
        fresh.ExternalId.ShouldNotBe(old);
        first.State.ShouldBe(OperationState.Succeeded);
        (await fleet.Account(payer).GetOperationAsync(tenant, new OperationId(payer, 1), Cancel)).ShouldBeNull();
        await fleet.ShouldEqualTruthAsync(tenant, payer);
        (await fleet.RevisionsAsync(payer)).ShouldAllBe(day => day.Revision == 1);
        var second = await fleet.LeaveAsync(tenant, payer);
        second.ReceiptId.ShouldNotBe(left.ReceiptId);
        var before = (await fleet.ReceiptAsync(tenant, left)).GetProperty("destroyedDataKeys")[0].GetString();
        var after = (await fleet.ReceiptAsync(tenant, second)).GetProperty("destroyedDataKeys");
        (after.GetArrayLength(), after[0].GetString() == before).ShouldBe((1, false));
    }

    [Theory]
    [InlineData(ConnectionState.Issued)]
    [InlineData(ConnectionState.Quarantined)]
    public async Task Who_does_not_own_the_account_takes_the_own_claim_away_and_nothing_else(ConnectionState state)
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var owner = await fleet.OnboardAsync(payer, "Owner");
        var second = await fleet.CreateTenantAsync("Second");
        await fleet.ClaimAsync(second, payer, "Second");
        if (state == ConnectionState.Quarantined)
            (await fleet.VerifyAsync(second, payer)).Connection.ShouldBe(state);

        var ended = await fleet.LeaveAsync(second, payer);

        var receipt = await fleet.ReceiptAsync(second, ended);
        receipt.Deleted().ShouldBe(new Dictionary<string, int> { ["claim"] = 1 });
        receipt.GetProperty("destroyedDataKeys").GetArrayLength().ShouldBe(0);
        receipt.GetRawText().ShouldNotContain(owner.Value);
        (await fleet.Account(payer).GetAsync(second, Cancel)).ShouldBeNull();
        (await fleet.RefreshAsync(owner, payer)).State.ShouldBe(OperationState.Succeeded);
        await fleet.ShouldEqualTruthAsync(owner, payer);
    }

    [Fact]
    public async Task An_owner_that_leaves_makes_way_for_a_claim_that_has_waited()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var owner = await fleet.OnboardAsync(payer, "Owner");
        var second = await fleet.CreateTenantAsync("Second");
        await fleet.ClaimAsync(second, payer, "Second");
        (await fleet.VerifyAsync(second, payer)).Connection.ShouldBe(ConnectionState.Quarantined);
        var waiting = (await fleet.Account(payer).GetAsync(second, Cancel))!.ExternalId;

        var ended = await fleet.LeaveAsync(owner, payer);

        var receipt = await fleet.ReceiptAsync(owner, ended);
        receipt.Deleted().Keys.ShouldBe(
        [
            "claim", "commitments-Reservations", "commitments-SavingsPlans", "cost-CostByRecordType",
            "cost-CostByRegion", "cost-CostByServiceAndAccount", "cost-CostByUsageType",
        ]);
        receipt.GetRawText().ShouldNotContain(second.Value);
        await fleet.DeactivateAsync(payer);
        (await fleet.Account(payer).GetAsync(second, Cancel))!.ExternalId.ShouldBe(waiting);
        (await fleet.CostsAsync(second)).Rows.ShouldBeEmpty();
        (await fleet.VerifyAsync(second, payer)).Connection.ShouldBe(ConnectionState.Connected);
        await fleet.EndAsync(second, new OperationId(payer, 1));
        await fleet.ShouldEqualTruthAsync(second, payer);
        (await fleet.RevisionsAsync(payer)).ShouldAllBe(day => day.Revision == 1);
    }

    [Fact]
    public async Task While_an_account_is_left_nothing_can_be_done_with_it()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var account = fleet.Account(payer);
        fleet.Calls.Around = call => call.MethodName == "EraseAsync" ? throw new IOException("down") : call.Invoke();

        var late = await fleet.LeaveAsync(tenant, payer);

        (late.State, late.Late).ShouldBe((OperationState.Late, 1));
        late.Detail!.ShouldContain("Erase");
        (await account.GetAsync(tenant, Cancel))!.Connection.ShouldBe(ConnectionState.Offboarded);
        (await account.RefreshAsync(tenant, Cancel)).IsGranted.ShouldBeFalse();
        (await account.VerifyAsync(tenant, Cancel)).Refusal!.Code.ShouldBe(RefusalCodes.Offboarding);
        var request = new ClaimRequest(PermissionTier.Production, ConnectionMode.Payer);
        (await account.ClaimAsync(tenant, request, Cancel)).Refusal!.Code.ShouldBe(RefusalCodes.Offboarding);
        (await fleet.CostsAsync(tenant)).Completeness.AccountsExpected.ShouldBe(0);
        await fleet.DeactivateAsync(payer);
        await fleet.TickAsync(payer);
        (await fleet.Reminders.ReadRows(account.GetGrainId(), Cancel)).Reminders.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_account_is_not_left_but_named()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        fleet.Storage.Damage("payer-account|", bytes =>
        {
            bytes[^1] ^= 1;
            return bytes;
        });
        await fleet.DeactivateAsync(payer);

        var refused = await fleet.Offboarding(tenant).BeginAsync(payer, Cancel);

        refused.Refusal!.Code.ShouldBe(RefusalCodes.AccountUnreadable);
        refused.Refusal.Message.ShouldContain("Ask the operator");
        fleet.Storage.Records("cost-").ShouldNotBeEmpty();
    }
}
