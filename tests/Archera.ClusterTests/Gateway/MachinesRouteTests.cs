using System.Globalization;
using System.Text.Json;
using Archera.ClusterTests.Fixture;
using Archera.ClusterTests.LinkedAccounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Sandbox.Aws.Truth;

namespace Archera.ClusterTests.Gateway;

/// <remarks>Each test has a fleet of its own: its clock moves.</remarks>
public sealed class MachinesRouteTests : IAsyncLifetime
{
    private readonly GatewayOnFleet _gateway = new();
    private EndedWork? _looks;

    private TestFleet Fleet => _gateway.Fleet;

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        _looks?.Dispose();
        return _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Looked_at_every_hour_the_truth_is_within_the_hours_of_every_machine()
    {
        var (key, payer) = await ConnectAsync();
        var day = Fleet.Today.AddDays(1);
        while (Fleet.Today <= day)
            await LookAnHourLaterAsync(payer);
        var path = $"/api/v1/machines?start={Day(day)}&end={Day(day.AddDays(1))}";

        var answer = await _gateway.GetAsync(path, key);
        var daily = await _gateway.GetAsync(path + "&granularity=Daily&format=csv", key);

        answer.Status.ShouldBe(200, answer.Text);
        answer.Completeness!.ShouldStartWith("accounts=3/3; days=3/3; ");
        var (truth, all) = (Truth(payer, day), Rows(answer));
        // AWS lists what was terminated before the day for an hour more: it is no more than that.
        all.Where(row => !truth.ContainsKey(Id(row)))
            .ShouldAllBe(row => Text(row, "state") == "terminated" && Text(row, "hoursAtMost") == "0");
        var rows = all.Where(row => truth.ContainsKey(Id(row))).ToArray();
        rows.Select(Id).ShouldBe(truth.Keys, ignoreOrder: true);
        rows.Count(row => row.GetProperty("isExact").GetBoolean()).ShouldBeGreaterThan(rows.Length / 2);
        foreach (var row in rows)
        {
            Hours(row, "hoursAtLeast").ShouldBeLessThanOrEqualTo(truth[Id(row)], Id(row));
            Hours(row, "hoursAtMost").ShouldBeGreaterThanOrEqualTo(truth[Id(row)], Id(row));
            if (row.GetProperty("isExact").GetBoolean())
                Hours(row, "hoursAtMost").ShouldBe(truth[Id(row)], Id(row));
        }

        var lines = daily.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldEndWith(",launchedAt,period,hoursAtLeast,hoursAtMost,isExact,incomplete");
        lines.Length.ShouldBe(all.Length + 1);
        lines[1..].ShouldAllBe(line => line.Contains($",{Day(day)},"));
    }

    [Fact]
    public async Task What_was_shown_at_the_end_of_a_day_is_shown_again_as_of_it()
    {
        var (key, payer) = await ConnectAsync();
        var day = Fleet.Today;
        var path = $"/api/v1/machines?start={Day(day)}&end={Day(day.AddDays(1))}";
        var before = Rows(await _gateway.GetAsync(path, key)).Select(row => row.GetRawText()).ToArray();
        Fleet.MoveTo(day.AddDays(1));
        await LookAsync(payer);

        var now = await _gateway.GetAsync(path, key);
        var then = await _gateway.GetAsync($"{path}&asOf={Day(day)}", key);

        Rows(now).Select(row => row.GetRawText()).ShouldNotBe(before);
        Rows(then).Select(row => row.GetRawText()).ShouldBe(before);
    }

    [Fact]
    public async Task A_Region_that_was_not_read_is_told_from_one_without_machines()
    {
        var (key, payer) = await ConnectAsync();
        var refused = Members(1);
        var today = $"start={Day(Fleet.Today)}&end={Day(Fleet.Today.AddDays(1))}";
        var closed = Text(
            Rows(await _gateway.GetAsync($"/api/v1/machines?{today}&linkedAccount={refused}", key))[0], "region");
        Fleet.Aws.ControlPolicies.Put(refused, $$"""
            {"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*",
            "Condition":{"StringEquals":{"aws:RequestedRegion":"{{closed}}"} } } }
            """);
        await LookAnHourLaterAsync(payer);
        var path = $"/api/v1/machines/regions?start={Day(Fleet.Today)}&end={Day(Fleet.Today.AddDays(1))}";

        var answer = await _gateway.GetAsync(path, key);

        var regions = Regions(answer);
        regions.Where(region => region.Standing != "not-opted-in").ShouldBe([(refused, closed!, "refused")]);
        regions.Count(region => region.Standing == "not-opted-in").ShouldBeGreaterThan(3);
        regions.ShouldBe(regions.OrderBy(each => each.Account, StringComparer.Ordinal)
            .ThenBy(each => each.Region, StringComparer.Ordinal));
        var first = await _gateway.GetAsync(path + "&limit=2", key);
        Regions(first).ShouldBe(regions[..2]);
        first.Headers.Contains("Link").ShouldBeTrue();
    }

    [Fact]
    public async Task An_account_that_left_keeps_the_machines_of_the_days_before()
    {
        var (key, payer) = await ConnectAsync();
        var day = Fleet.Today;
        var gone = Members(2);
        var path = $"/api/v1/machines?start={Day(day)}&end={Day(day.AddDays(1))}";
        var before = Rows(await _gateway.GetAsync(path, key)).Select(Id).ToArray();
        before.ShouldContain(id => id.StartsWith(gone, StringComparison.Ordinal));
        Fleet.Aws.Members.Remove(payer.AccountId.Value, gone);
        await _gateway.RefreshAsync(payer, key);

        var after = await _gateway.GetAsync(path, key);

        Rows(after).Select(Id).ShouldBe(before);
    }

    [Fact]
    public async Task The_list_of_accounts_says_which_are_read_and_why_others_are_late()
    {
        var (key, payer) = await ConnectAsync();
        var refused = Members(1);
        var before = await _gateway.GetAsync("/api/v1/accounts", key);
        Fleet.Aws.ControlPolicies.Put(refused, """
            {"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"ec2:*","Resource":"*"} }
            """);
        await LookAnHourLaterAsync(payer);

        var after = await _gateway.GetAsync("/api/v1/accounts", key);
        var sheet = await _gateway.GetAsync("/api/v1/accounts?format=csv", key);

        Rows(before).SelectMany(MachinesLate).ShouldBeEmpty();
        Rows(before).ShouldAllBe(row => Text(row, "reading") != "none");
        Rows(after).Where(row => Text(row, "accountId") != refused).SelectMany(MachinesLate).ShouldBeEmpty();
        var late = Rows(after).Single(row => Text(row, "accountId") == refused);
        Text(late, "reading").ShouldBe("late");
        MachinesLate(late).ShouldBe(["access-denied"]);
        sheet.Text.ShouldContain("Machines access-denied");
        after.Completeness!.ShouldStartWith("accounts=1/1; "); // The list itself is whole.
    }

    [Theory]
    [InlineData("", "end", "start")]
    [InlineData("start=2026-01-02&end=2026-01-01", "end")]
    [InlineData("start=2026-01-01&end=2026-01-02&region=mars", "region")]
    [InlineData("start=2026-01-01&end=2026-01-02&granularity=Monthly", "granularity")]
    [InlineData("start=2026-01-01&end=2026-01-02&linkedAccount=1", "linkedAccount")]
    public async Task A_bad_question_is_400_with_the_parameter_at_fault(string query, params string[] fields)
    {
        var key = (await _gateway.CreateTenantAsync("Asks"))["key"]!;

        var answer = await _gateway.GetAsync("/api/v1/machines?" + query, key);

        answer.Status.ShouldBe(400, answer.Text);
        answer.Json.GetProperty("errors").EnumerateObject().Select(field => field.Name).ShouldBe(fields);
    }

    private static IEnumerable<string?> MachinesLate(JsonElement row) => row.GetProperty("late").EnumerateArray()
        .Where(late => Text(late, "dataset") == "Machines").Select(late => Text(late, "reason"));

    private static (string Account, string Region, string Standing)[] Regions(HttpAnswer answer) =>
        [.. Rows(answer).Select(row => (Text(row, "accountId")!, Text(row, "region")!, Text(row, "standing")!))];

    /// <summary>A customer whose accounts all have the role and were looked at once.</summary>
    private async Task<(string Key, PayerAccountKey Payer)> ConnectAsync()
    {
        Fleet.Datasets.IsLeftOut = dataset => dataset.Value == "Utilization"; // It is read by other tests.
        var payer = Fleet.Payer(0);
        var tenant = await _gateway.CreateTenantAsync("Machines");
        var (key, id) = (tenant["key"]!, TenantId.Parse(tenant["tenantId"]!));
        await _gateway.ClaimAsync(payer, key);
        var externalId = (await Fleet.Account(payer).GetAsync(id, default))!.ExternalId;
        foreach (var member in Fleet.Aws.Members.Of(payer.AccountId.Value))
            Fleet.PutRole($"arn:aws:iam::{member.Id}:role/Archera", externalId);
        await _gateway.ConnectAsync(payer, key, id);
        await Fleet.MachinesAsync(
            id,
            new MachineQuery(DatePeriod.OfDay(Fleet.Today), [], []),
            has => Enumerable.Range(0, 3).All(
                index => has.Machines.Any(row => row.Account.Own.AccountId.Value == Members(index))));
        return (key, payer);
    }

    private async Task LookAnHourLaterAsync(PayerAccountKey payer)
    {
        Fleet.MoveOnAnHour();
        await LookAsync(payer);
    }

    private async Task LookAsync(PayerAccountKey payer)
    {
        _looks ??= new EndedWork("archera.refresh.ended", of: Fleet.Meters);
        foreach (var index in Enumerable.Range(0, 3))
        {
            var looked = _looks.Next;
            await Fleet.TickAsync(new AccountKey(payer, AwsAccountId.Parse(Members(index))));
            await looked.WaitAsync(TestFleet.Patience, TestContext.Current.CancellationToken);
        }
    }

    private string Members(int index) => Fleet.Aws.World.Organizations[0].Accounts[index].Id;

    private Dictionary<string, decimal> Truth(PayerAccountKey payer, DateOnly day)
    {
        var start = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        return Fleet.Aws.World.Organizations.Single(each => each.PayerAccountId == payer.AccountId.Value).Accounts
            .SelectMany(account => MachineTruth.Rows(Fleet.Aws.World, account.Id, start, start.AddDays(1)))
            .ToDictionary(
                row => $"{row.Machine.Account} {row.Machine.Region} {row.Machine.InstanceId}",
                row => Math.Round(
                    (decimal)row.Up.Sum(span => (span.To - span.From).Ticks) / TimeSpan.TicksPerHour,
                    6,
                    MidpointRounding.AwayFromZero));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonElement[] Rows(HttpAnswer answer) => [.. answer.Json.GetProperty("rows").EnumerateArray()];

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static string Id(JsonElement row) =>
        $"{Text(row, "accountId")} {Text(row, "region")} {Text(row, "instanceId")}";

    private static decimal Hours(JsonElement row, string name) =>
        decimal.Parse(Text(row, name)!, CultureInfo.InvariantCulture);
}
