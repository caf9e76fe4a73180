using System.Globalization;
using System.Text.Json;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using Archera.ClusterTests.Gateway;
using Archera.Contracts.Identity;
using Archera.Sandbox.Aws.Faults;

namespace Archera.ClusterTests.Commitments;

public sealed class RecommendationsRouteTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    private const string Path = "/api/v1/commitments/recommendations";

    [Fact]
    public async Task Are_AWSs_own_figures()
    {
        var payer = gateway.Fleet.Payer(0);
        var key = await gateway.OnboardAsync(payer);

        var answer = await gateway.GetAsync(Path, key);

        answer.Status.ShouldBe(200, answer.Text);
        answer.Json.GetProperty("completeness").GetProperty("isComplete").GetBoolean().ShouldBeTrue(answer.Text);
        var told = await AwsAsync(payer);
        var plan = answer.Json.GetProperty("rows").EnumerateArray()
            .Single(row => row.GetProperty("type").GetString() == "COMPUTE_SP");
        plan.GetProperty("payerAccount").GetString().ShouldBe(payer.ToString());
        Number(plan, "hourlyCommitment").ShouldBe(Number(told.HourlyCommitmentToPurchase));
        Number(plan, "estimatedMonthlySavings").ShouldBe(Number(told.EstimatedMonthlySavingsAmount));
        Number(plan, "estimatedSavingsPercent").ShouldBe(Number(told.EstimatedSavingsPercentage));
        var sheet = (await gateway.GetAsync(Path + "?format=csv", key)).Text.Split("\r\n");
        sheet.Length.ShouldBe(answer.Json.GetProperty("rows").GetArrayLength() + 2);
        var reserved = await gateway.GetAsync(Path + "?kind=Reservations", key);
        reserved.Json.GetProperty("rows").EnumerateArray()
            .ShouldAllBe(row => row.GetProperty("kind").GetString() == "Reservations");
    }

    [Fact]
    public async Task Are_late_by_name_and_not_none_while_Cost_Explorer_prepares()
    {
        var payer = gateway.Fleet.Payer(1);
        gateway.Fleet.Aws.Faults.Replace(
            [new Fault(FaultKind.DataUnavailable, 1, "ce", Account: payer.AccountId.Value)]);
        var key = await gateway.OnboardAsync(payer);
        gateway.Fleet.Aws.Faults.Replace([]);
        var days = gateway.Fleet.History;

        var advice = await gateway.GetAsync(Path, key);
        var commitments = await gateway.GetAsync(
            FormattableString.Invariant(
                $"/api/v1/commitments?start={days.Start:yyyy-MM-dd}&end={days.End:yyyy-MM-dd}"), key);
        var whole = await gateway.GetAsync(Path + "?requireComplete=true", key);

        Late(advice.Json).ShouldBe([("CommitmentRecommendations", "data-unavailable")]);
        Late(commitments.Json).ShouldBe(
            [("Reservations", "data-unavailable"), ("SavingsPlans", "data-unavailable")], ignoreOrder: true);
        commitments.Completeness.ShouldStartWith("accounts=0/1; days=0/9");
        (whole.Status, whole.Code).ShouldBe((409, "incomplete"));
    }

    private async Task<SavingsPlansPurchaseRecommendationDetail> AwsAsync(PayerAccountKey payer)
    {
        var keys = gateway.Fleet.Aws.Users.Administrator(payer.AccountId.Value);
        using var client = new AmazonCostExplorerClient(
            new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey),
            new AmazonCostExplorerConfig
            {
                ServiceURL = gateway.Fleet.Aws.Endpoint.ToString(),
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            });
        var answer = await client.GetSavingsPlansPurchaseRecommendationAsync(
            new GetSavingsPlansPurchaseRecommendationRequest
            {
                SavingsPlansType = SupportedSavingsPlansType.COMPUTE_SP,
                TermInYears = TermInYears.ONE_YEAR,
                PaymentOption = PaymentOption.NO_UPFRONT,
                LookbackPeriodInDays = LookbackPeriodInDays.THIRTY_DAYS,
            },
            TestContext.Current.CancellationToken);
        return answer.SavingsPlansPurchaseRecommendation.SavingsPlansPurchaseRecommendationDetails.Single();
    }

    private static (string?, string?)[] Late(JsonElement answer) =>
    [
        .. answer.GetProperty("completeness").GetProperty("late").EnumerateArray().Select(late => (
            late.GetProperty("dataset").GetString(), late.GetProperty("reason").GetString())),
    ];

    private static decimal Number(JsonElement row, string name) => Number(row.GetProperty(name).GetString()!);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
