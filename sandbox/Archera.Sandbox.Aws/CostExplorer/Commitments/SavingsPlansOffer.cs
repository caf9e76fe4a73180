using System.Text.Json.Nodes;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>
/// What a Savings Plan would have saved over the days looked back on: it is as large as the quietest day could have
/// used wholly, at a rate 28 % below on-demand.
/// </summary>
/// <param name="Account">The account that is advised to buy; null for the payer on behalf of all.</param>
/// <param name="Daily">The cost of each day at on-demand rates that a plan of this kind could cover.</param>
internal sealed record SavingsPlansOffer(string? Account, IReadOnlyList<decimal> Daily)
{
    private const decimal Rate = 0.72m;

    private decimal Hours => 24 * Daily.Count;

    public decimal Hourly => decimal.Round(Daily.Min() / 24 * Rate, 3, MidpointRounding.ToZero);

    public decimal OnDemand => Daily.Sum();

    public decimal PlanCost => Hourly * Hours;

    public decimal Remaining => OnDemand - Figures.Rounded(Hourly / Rate * Hours);

    public decimal Savings => OnDemand - Remaining - PlanCost;

    public decimal MonthlySavings => Figures.Rounded(Savings * Recommended.HoursPerMonth / Hours);

    public bool IsWorthIt => Hourly > 0;

    public JsonObject Detail(RecommendationQuery query, string currency, string payer, string id) => new()
    {
        ["SavingsPlansDetails"] = new JsonObject
        {
            ["Region"] = "",
            ["InstanceFamily"] = "",
            ["OfferingId"] = Recommended.Id("offering", query.Term, query.Payment),
        },
        ["AccountId"] = Account ?? payer,
        ["UpfrontCost"] = Figures.Text(Hourly * 8_760 * query.Years * query.UpfrontShare),
        ["EstimatedROI"] = Figures.Percent(Savings, PlanCost),
        ["CurrencyCode"] = currency,
        ["EstimatedSPCost"] = Figures.Text(PlanCost),
        ["EstimatedOnDemandCost"] = Figures.Text(Remaining),
        ["EstimatedOnDemandCostWithCurrentCommitment"] = Figures.Text(OnDemand),
        ["EstimatedSavingsAmount"] = Figures.Text(Savings),
        ["EstimatedSavingsPercentage"] = Figures.Percent(Savings, OnDemand),
        ["HourlyCommitmentToPurchase"] = Figures.Text(Hourly),
        ["EstimatedAverageUtilization"] = "100",
        ["EstimatedMonthlySavingsAmount"] = Figures.Text(MonthlySavings),
        ["CurrentMinimumHourlyOnDemandSpend"] = Figures.Text(Figures.Rounded(Daily.Min() / 24)),
        ["CurrentMaximumHourlyOnDemandSpend"] = Figures.Text(Figures.Rounded(Daily.Max() / 24)),
        ["CurrentAverageHourlyOnDemandSpend"] = Figures.Text(Figures.Rounded(OnDemand / Hours)),
        ["RecommendationDetailId"] = id,
    };

    public static JsonObject Summary(IReadOnlyList<SavingsPlansOffer> offers, string currency)
    {
        var (onDemand, cost) = (offers.Sum(offer => offer.OnDemand), offers.Sum(offer => offer.PlanCost));
        var (savings, hourly) = (offers.Sum(offer => offer.Savings), offers.Sum(offer => offer.Hourly));
        return new JsonObject
        {
            ["EstimatedROI"] = Figures.Percent(savings, cost),
            ["CurrencyCode"] = currency,
            ["EstimatedTotalCost"] = Figures.Text(cost + offers.Sum(offer => offer.Remaining)),
            ["CurrentOnDemandSpend"] = Figures.Text(onDemand),
            ["EstimatedSavingsAmount"] = Figures.Text(savings),
            ["TotalRecommendationCount"] = Figures.Text(offers.Count),
            ["DailyCommitmentToPurchase"] = Figures.Text(24 * hourly),
            ["HourlyCommitmentToPurchase"] = Figures.Text(hourly),
            ["EstimatedSavingsPercentage"] = Figures.Percent(savings, onDemand),
            ["EstimatedMonthlySavingsAmount"] = Figures.Text(offers.Sum(offer => offer.MonthlySavings)),
            ["EstimatedOnDemandCostWithCurrentCommitment"] = Figures.Text(onDemand),
        };
    }
}
