using Archera.ClusterTests.Fixture;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;
using Archera.Sandbox.Aws.Worlds.Restatements;

namespace Archera.ClusterTests.Reports;

public sealed class CostChangesTests
{
    [Theory]
    [InlineData(CostGranularity.Daily)]
    [InlineData(CostGranularity.Monthly)]
    public async Task Lead_from_what_was_shown_then_to_what_is_shown_now(CostGranularity granularity)
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var day = fleet.Today.AddDays(-3);
        var since = fleet.Today;
        fleet.MoveTo(since.AddDays(2));
        Restate(fleet, day, "Amazon Textract", 12.340m);
        await fleet.RefreshAsync(tenant, payer);

        var query = new CostQuery(
            new DatePeriod(fleet.History.Start, fleet.Today),
            granularity,
            CostMetric.UnblendedCost,
            [CostDimension.Service, CostDimension.LinkedAccount],
            [],
            AsOf: null);
        var changes = await ChangesAsync(fleet, tenant, new CostChangesQuery(query, since));

        var then = await fleet.AskAsync(tenant, query with { AsOf = since });
        var now = await fleet.AskAsync(tenant, query);
        changes.Completeness.IsComplete.ShouldBeTrue(string.Join(";", changes.Completeness.Late));
        changes.Totals.Select(total => (total.From, total.To)).ShouldBe(
            [(then.Totals.Single().Amount, now.Totals.Single().Amount)]);
        var led = Cells(then);
        foreach (var row in changes.Rows)
        {
            var key = (row.Period, string.Join('|', row.Keys), row.Currency);
            (led.TryGetValue(key, out var from) ? from : (decimal?)null).ShouldBe(row.From);
            led.Remove(key);
            if (row.To is { } to)
                led[key] = to;
        }

        led.OrderBy(cell => cell.Key).ShouldBe(Cells(now).OrderBy(cell => cell.Key));
    }

    [Fact]
    public async Task Say_what_changed_when_and_why_and_tell_days_that_were_first_read()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var day = fleet.Today.AddDays(-3);
        var since = fleet.Today;
        fleet.MoveTo(since.AddDays(1));
        Restate(fleet, day, "Amazon Textract", -5m, "Credit");
        await fleet.RefreshAsync(tenant, payer);
        var credited = fleet.Today;
        fleet.MoveTo(since.AddDays(2));
        await fleet.RefreshAsync(tenant, payer); // Changes nothing of that day.

        var restated = await ChangesAsync(fleet, tenant, Daily(day, since, CostDimension.Service));
        var added = await ChangesAsync(fleet, tenant, Daily(since, since));
        var none = await ChangesAsync(fleet, tenant, Daily(day, credited));

        var row = restated.Rows.ShouldHaveSingleItem();
        (row.Keys[0], row.From, row.To, row.Causes).ShouldBe(("Amazon Textract", null, -5m, ChangeCauses.Credit));
        DateOnly.FromDateTime(row.ChangedAt!.Value.UtcDateTime).ShouldBe(credited);
        added.Rows.ShouldHaveSingleItem().Causes.ShouldBe(ChangeCauses.FirstRead);
        added.Rows[0].From.ShouldBeNull();
        none.Rows.ShouldBeEmpty();
        none.Totals.ShouldHaveSingleItem().Difference.ShouldBe(0);
    }

    [Fact]
    public async Task A_day_that_is_not_known_as_it_was_is_named_and_in_no_figure()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var day = fleet.Today.AddDays(-3);
        var since = fleet.Today;
        fleet.MoveTo(since.AddDays(1));
        fleet.Storage.Damage($"cost-CostByServiceAndAccount-{day:dd}", bytes => bytes[..^1]);
        await fleet.DeactivateReportsAsync(payer);
        await fleet.RefreshAsync(tenant, payer);

        var changes = await ChangesAsync(fleet, tenant, new CostChangesQuery(
            Daily(day, since).Costs with { Period = new DatePeriod(fleet.History.Start, since) }, since));

        changes.Rows.ShouldBeEmpty();
        changes.Totals.ShouldHaveSingleItem().Difference.ShouldBe(0);
        var late = changes.Completeness.Late.ShouldHaveSingleItem();
        (late.Account, late.Reason).ShouldBe((payer.ToString(), "forgotten-revision"));
        changes.Completeness.DaysReceived.ShouldBe(changes.Completeness.DaysExpected - 1);
        changes.Completeness.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public async Task Count_the_payers_word_at_each_moment()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var alone = PayerAccountKey.Parse("aws:" + fleet.Aws.World.Organizations[0].Accounts
            .First(account => account.Id != payer.AccountId.Value).Id);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, alone, mode: ConnectionMode.SubAccount);
        await fleet.VerifyAsync(tenant, alone);
        await fleet.EndAsync(tenant, new OperationId(alone, 1));
        var since = fleet.Today;
        fleet.MoveTo(since.AddDays(1));
        await fleet.ClaimAsync(tenant, payer);
        await fleet.VerifyAsync(tenant, payer);
        await fleet.EndAsync(tenant, new OperationId(payer, 1));

        var query = Daily(since, since, CostDimension.PayerAccount);
        query = query with { Costs = query.Costs with { Period = fleet.History } };
        var changes = await ChangesAsync(fleet, tenant, query);

        var then = await fleet.AskAsync(tenant, query.Costs with { AsOf = since });
        var now = await fleet.AskAsync(tenant, query.Costs);
        changes.Totals.Select(total => (total.From, total.To)).ShouldBe(
            [(then.Totals.Single().Amount, now.Totals.Single().Amount)]);
        changes.Rows.Where(row => row.Keys[0] == $"{alone}").ShouldAllBe(row => row.To == null && row.From != null);
        changes.Rows.Where(row => row.Keys[0] == $"{payer}").ShouldAllBe(row => row.From == null);
        changes.Caveats.Select(caveat => caveat.Account).Distinct().ShouldBe([$"{alone}"]);
    }

    private static Dictionary<(DateOnly, string, string), decimal> Cells(CostReport report) => report.Rows.ToDictionary(
        row => (row.Period, string.Join('|', row.Keys), row.Currency), row => row.Amount);

    private static CostChangesQuery Daily(DateOnly day, DateOnly since, params CostDimension[] groupBy) => new(
        new CostQuery(
            DatePeriod.OfDay(day), CostGranularity.Daily, CostMetric.UnblendedCost, [.. groupBy], [], AsOf: null),
        since);

    private static void Restate(
        TestFleet fleet, DateOnly day, string service, decimal? amount, string recordType = "Usage")
    {
        var payer = fleet.Payer(0).AccountId.Value;
        fleet.Aws.Restate(new Restatement(payer, day, service, payer, amount, recordType));
    }

    private static async Task<CostChanges> ChangesAsync(TestFleet fleet, TenantId tenant, CostChangesQuery query)
    {
        var answer = await fleet.Grains.GetGrain<ITenantViewGrain>(tenant.Value).GetCostChangesAsync(query, default);
        return answer.Value.ShouldNotBeNull(answer.Refusal?.Message);
    }
}
