using Archera.ClusterTests.Fixture;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Sandbox.Aws.Faults;

namespace Archera.ClusterTests.Gateway;

/// <summary>One account of sixty is late, and whoever reads the answer can't miss which one, and why.</summary>
public sealed class SixCausesTests
{
    private const int Accounts = 60;
    private const int AtOnce = 6;
    private const string UsdPerDay = "0.40";

    [Fact]
    public async Task One_late_account_of_sixty_is_named_in_body_header_and_sheet_whatever_the_cause()
    {
        await using var gateway = new GatewayOnFleet
        {
            Payers = Accounts,
            Settings = [("Aws:Calls:MaxCallTime", "00:00:01"), ("Refresh:UsdPerDay", UsdPerDay)],
        };
        var (fleet, key) = await ConnectOthersAsync(gateway);
        var late = fleet.Payer(0);

        Spoil(FaultKind.Throttle, "ce");
        await gateway.ConnectAsync(late, key, tier: "Trial");
        await ShouldBeNamedAsync("throttled", "AWS throttles");

        fleet.Aws.Faults.Replace([]);
        fleet.Datasets.HasBug = account => account == late;
        await ShouldBeNamedAsync("internal-error", "failed inside our own program");

        fleet.Datasets.HasBug = _ => false;
        Spoil(FaultKind.RegionDisabled, "sts");
        await fleet.DeactivateAsync(late); // The session in memory would do without STS.
        await ShouldBeNamedAsync("region-disabled", "it has STS switched off");

        fleet.Aws.Faults.Replace([]);
        var template = await gateway.GetTemplateAsync(late, key);
        template.CreateWithout("ce:GetCostAndUsage");
        await ShouldBeNamedAsync("access-denied", "does not allow ce:GetCostAndUsage");

        fleet.Aws.Roles.Delete(template.RoleArn).ShouldBeTrue();
        await fleet.DeactivateAsync(late);
        await ShouldBeNamedAsync("access-denied", "it refused the role");

        template.Create();
        await SpendBudgetAsync(gateway, key, late, template.RoleArn);
        await ShouldBeNamedAsync("budget", $"the {UsdPerDay} USD that reading it may cost on a day are spent");

        void Spoil(FaultKind kind, string service) =>
            fleet.Aws.Faults.Replace([new Fault(kind, 1, service, Account: late.AccountId.Value)]);

        async Task ShouldBeNamedAsync(string reason, string words)
        {
            (await gateway.RefreshAsync(late, key)).State.ShouldNotBe(OperationState.Succeeded);
            await ShouldNameAsync(gateway, key, late, reason, words);
        }
    }

    private static async Task<(TestFleet Fleet, string Key)> ConnectOthersAsync(GatewayOnFleet gateway)
    {
        await gateway.InitializeAsync();
        gateway.Fleet.Calls.LinkedAccountsSleep = true;
        var key = await gateway.OnboardAsync(gateway.Fleet.Payer(1));
        foreach (var some in Enumerable.Range(2, Accounts - 2).Chunk(AtOnce))
            await Task.WhenAll(some.Select(index => gateway.ConnectAsync(gateway.Fleet.Payer(index), key)));
        return (gateway.Fleet, key);
    }

    /// <summary>What is read and paid can't be stored, until the day's budget is spent.</summary>
    private static async Task SpendBudgetAsync(
        GatewayOnFleet gateway, string key, PayerAccountKey account, string role)
    {
        gateway.Fleet.Storage.IsDown = name => name.StartsWith("cost-", StringComparison.Ordinal);
        await gateway.VerifyAsync(account, key, role);
        await gateway.Fleet.EndVerifyingAsync(gateway.TenantOf(key), account);
        while ((await gateway.RefreshAsync(account, key)).AwsCostUsd > 0)
            continue;
        gateway.Fleet.Storage.IsDown = _ => false;
    }

    private static async Task ShouldNameAsync(
        GatewayOnFleet gateway, string key, PayerAccountKey late, string reason, string words)
    {
        var path = FormattableString.Invariant(
            $"/api/v1/costs?start={gateway.Fleet.History.Start:yyyy-MM-dd}&groupBy=PayerAccount")
            + FormattableString.Invariant($"&end={gateway.Fleet.Today:yyyy-MM-dd}");

        var json = await gateway.GetAsync(path, key);
        var csv = await gateway.GetAsync(path + "&format=csv", key);
        var refused = await gateway.GetAsync(path + "&requireComplete=true", key);

        var completeness = json.Json.GetProperty("completeness");
        completeness.GetProperty("accountsExpected").GetInt32().ShouldBe(Accounts);
        completeness.GetProperty("accountsReceived").GetInt32().ShouldBe(Accounts - 1);
        var named = completeness.GetProperty("late").EnumerateArray().ShouldHaveSingleItem();
        named.GetProperty("account").GetString().ShouldBe(late.ToString());
        named.GetProperty("reason").GetString().ShouldBe(reason);
        named.GetProperty("detail").GetString()!.ShouldContain(words);
        json.Completeness!.ShouldStartWith($"accounts={Accounts - 1}/{Accounts}; ");
        csv.Completeness.ShouldBe(json.Completeness);
        csv.Text.ShouldContain($"{late} CostByServiceAndAccount {reason}");
        (refused.Status, refused.Code).ShouldBe((409, "incomplete"));
        refused.Text.ShouldContain(late.ToString());
        TestContext.Current.TestOutputHelper?.WriteLine($"{late} {reason}: {json.Completeness}; 409 when required");
    }
}
