using Archera.ClusterTests.LinkedAccounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;

namespace Archera.ClusterTests.Gateway;

/// <summary>A tier's template grants all that is needed, and each action is needed for what it says.</summary>
public sealed class LeastPrivilegeTests
{
    private static readonly string[] Datasets =
    [
        "CommitmentRecommendations", "CostByRecordType", "CostByRegion", "CostByServiceAndAccount", "CostByUsageType",
        "LinkedAccounts", "Reservations", "SavingsPlans",
    ];

    /// <summary>What AWS refuses first where a wildcard is missing.</summary>
    private static readonly Dictionary<(string Granted, string Dataset), string> FirstOf = new()
    {
        [("ce:Get*", "CommitmentRecommendations")] = "ce:GetSavingsPlansPurchaseRecommendation",
        [("ce:Get*", "Reservations")] = "ce:GetReservationCoverage",
        [("ce:Get*", "SavingsPlans")] = "ce:GetSavingsPlansCoverage",
        [("savingsplans:Describe*", "SavingsPlans")] = "savingsplans:DescribeSavingsPlans",
        [("organizations:ListAccounts*", "LinkedAccounts")] = "organizations:ListAccounts",
    };

    /// <summary>Read by each linked account for itself: what they miss is theirs to be late with.</summary>
    private static readonly string[] InEachLinkedAccount = ["Machines", "Utilization"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Trial", "Payer")]
    [InlineData("Production", "Payer")]
    [InlineData("Trial", "SubAccount")]
    public async Task Without_an_action_exactly_the_datasets_that_name_it_are_late(string tier, string mode)
    {
        await using var gateway = new GatewayOnFleet();
        await gateway.InitializeAsync();
        var payer = gateway.Fleet.Payer(0);
        var key = await gateway.OnboardAsync(payer, mode, tier);
        var template = await gateway.GetTemplateAsync(payer, key);
        (await LateAsync(gateway, payer, key)).ShouldBeEmpty();
        Print($"Tier {tier}, mode {mode}: a refresh with the whole policy, and without each of its actions");

        foreach (var grant in template.Grants)
        {
            template.CreateWithout(grant.Action);
            var ended = await gateway.Fleet.RefreshAsync(gateway.TenantOf(key), payer);
            var late = await LateAsync(gateway, payer, key);

            var names = string.Join(", ", late.Keys.DefaultIfEmpty("nothing"));
            Print($"{grant.Action,-55}{ended.State,-10} late: {names}");
            var own = grant.Datasets.Except(InEachLinkedAccount).ToArray();
            late.Keys.ShouldBe(own, ignoreOrder: true, grant.Action);
            (ended.State == OperationState.Succeeded).ShouldBe(own.Length == 0);
            foreach (var (dataset, read) in late)
                ShouldSayWhatToDo(read, grant, tier == "Trial", dataset);
            template.Create();
            (await gateway.Fleet.RefreshAsync(gateway.TenantOf(key), payer)).State.ShouldBe(OperationState.Succeeded);
            (await LateAsync(gateway, payer, key)).ShouldBeEmpty(grant.Action);
        }
    }

    [Theory]
    [InlineData("Trial", "Payer")]
    [InlineData("Production", "Payer")]
    [InlineData("Trial", "SubAccount")]
    public async Task Without_the_look_at_the_organization_a_claim_is_refused(string tier, string mode)
    {
        const string Action = "organizations:DescribeOrganization";
        await using var gateway = new GatewayOnFleet();
        await gateway.InitializeAsync();
        var payer = gateway.Fleet.Payer(0);
        var key = (await gateway.CreateTenantAsync("Customer"))["key"]!;
        await gateway.ClaimAsync(payer, key, mode, tier);
        var template = await gateway.GetTemplateAsync(payer, key);
        var grant = template.Grants.Single(grant => grant.Action == Action);
        template.CreateWithout(Action);

        var verified = await gateway.VerifyAsync(payer, key, template.RoleArn);

        verified["connection"].ShouldBe("Refused", verified.Text);
        var step = verified.Json.GetProperty("steps").EnumerateArray()
            .Single(step => step.GetProperty("outcome").GetString() == "failed");
        step.GetProperty("id").GetString().ShouldBe("organization-payer");
        var words = $"{step.GetProperty("detail").GetString()} {step.GetProperty("remedy").GetString()}";
        words.ShouldContain(grant.Reason);
        words.ShouldContain(grant.Missing);
        words.ShouldContain($$"""{"Effect":"Allow","Action":"{{Action}}","Resource":"*"}""");
    }

    [Theory]
    [InlineData("Payer")]
    [InlineData("SubAccount")]
    public async Task Trial_grants_nothing_that_goes_unused(string mode)
    {
        await using var gateway = new GatewayOnFleet();
        await gateway.InitializeAsync();
        var payer = gateway.Fleet.Payer(0);

        var key = await gateway.OnboardAsync(payer, mode, "Trial");
        var tenant = gateway.TenantOf(key);
        var today = DatePeriod.OfDay(gateway.Fleet.Today);
        await gateway.Fleet.MachinesAsync(tenant, new MachineQuery(today, [], []), report => report.Machines.Any(
            machine => machine.Account.Linked == payer.AccountId));

        var template = await gateway.GetTemplateAsync(payer, key);
        var used = gateway.Fleet.Aws.Calls.Rows()
            .Where(row => row.Account == payer.AccountId.Value && row.Service != "sts" && row.Succeeded > 0)
            .Select(row => $"{(row.Service == "monitoring" ? "cloudwatch" : row.Service)}:{row.Operation}");
        template.Grants.Select(grant => grant.Action).ShouldBe(used, ignoreOrder: true);
    }

    private static void Print(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private static void ShouldSayWhatToDo(
        LateRead read, CustomerTemplate.Grant grant, bool isExact, string dataset)
    {
        var action = isExact ? grant.Action : FirstOf.GetValueOrDefault((grant.Action, dataset), "ce:GetCostAndUsage");
        read.Reason.ShouldBe("access-denied");
        read.Detail.ShouldContain($"does not allow {action}");
        read.Detail.ShouldContain($$"""{"Effect":"Allow","Action":"{{action}}","Resource":"*"}""");
        if (!isExact)
            return;
        read.Detail.ShouldContain(grant.Reason);
        read.Detail.ShouldContain(grant.Missing);
    }

    /// <summary>Why each late dataset is late.</summary>
    private static async Task<Dictionary<string, LateRead>> LateAsync(
        GatewayOnFleet gateway, PayerAccountKey payer, string key)
    {
        var days = new DatePeriod(gateway.Fleet.History.Start, gateway.Fleet.Today.AddDays(1));
        var late = new Dictionary<string, LateRead>();
        foreach (var dataset in Datasets)
        {
            var status = await gateway.Fleet.Account(payer)
                .GetReadStatusAsync(gateway.TenantOf(key), DatasetName.Parse(dataset), days, Cancel);
            foreach (var read in status!.Late.Where(read => read.Reason is not ("pending" or "needs-payer")).Take(1))
                late.Add(dataset, read);
        }

        return late;
    }
}
