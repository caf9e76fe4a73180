using System.Text.Json.Nodes;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>
/// How many machines to reserve: as many as ran through the quietest day at on-demand rates, at a rate 35 % below.
/// </summary>
/// <param name="Account">The account that is advised to buy; null for the payer on behalf of all.</param>
/// <param name="Running">How many machines ran on each day at on-demand rates, on average.</param>
internal sealed record ReservationOffer(ReservedOffering Offering, string? Account, IReadOnlyList<decimal> Running)
{
    private const decimal Rate = 0.65m;

    public decimal Machines => decimal.Floor(Running.Min());

    public decimal MonthlyOnDemand => Machines * Offering.OnDemandPrice * Recommended.HoursPerMonth;

    private decimal MonthlyCost => Figures.Rounded(MonthlyOnDemand * Rate);

    public decimal MonthlySavings => MonthlyOnDemand - MonthlyCost;

    public JsonObject Detail(RecommendationQuery query, VisibleCommitments visible, string payer)
    {
        var upfront = MonthlyCost * 12 * query.Years * query.UpfrontShare;
        return new JsonObject
        {
            ["AccountId"] = Account ?? payer,
            ["InstanceDetails"] = InstanceDetails(visible.RegionOf(Account ?? payer)),
            ["RecommendedNumberOfInstancesToPurchase"] = Figures.Text(Machines),
            ["RecommendedNormalizedUnitsToPurchase"] = Figures.Text(Machines * Offering.Units),
            ["MinimumNumberOfInstancesUsedPerHour"] = Text(Running.Min()),
            ["MaximumNumberOfInstancesUsedPerHour"] = Text(Running.Max()),
            ["AverageNumberOfInstancesUsedPerHour"] = Text(Running.Average()),
            ["MinimumNormalizedUnitsUsedPerHour"] = Text(Running.Min() * Offering.Units),
            ["MaximumNormalizedUnitsUsedPerHour"] = Text(Running.Max() * Offering.Units),
            ["AverageNormalizedUnitsUsedPerHour"] = Text(Running.Average() * Offering.Units),
            ["AverageUtilization"] = "100",
            ["EstimatedBreakEvenInMonths"] =
                Text(MonthlySavings == 0 ? 0 : upfront / (MonthlySavings + (upfront / 12 / query.Years))),
            ["CurrencyCode"] = visible.Currency,
            ["EstimatedMonthlySavingsAmount"] = Figures.Text(MonthlySavings),
            ["EstimatedMonthlySavingsPercentage"] = Figures.Percent(MonthlySavings, MonthlyOnDemand),
            ["EstimatedMonthlyOnDemandCost"] = Figures.Text(MonthlyOnDemand),
            ["EstimatedReservationCostForLookbackPeriod"] =
                Text(MonthlyCost * 24 * query.Days / Recommended.HoursPerMonth),
            ["UpfrontCost"] = Figures.Text(upfront),
            ["RecurringStandardMonthlyCost"] = Text(MonthlyCost - (upfront / 12 / query.Years)),
        };
    }

    private static string Text(decimal figure) => Figures.Text(Figures.Rounded(figure));

    private JsonObject InstanceDetails(string region)
    {
        var type = Offering.MachineType.Split('.');
        var details = new JsonObject
        {
            ["Region"] = region,
            ["CurrentGeneration"] = true,
            ["SizeFlexEligible"] = Offering.Units > 0,
        };
        var member = Offering.Service switch
        {
            ReservedOffering.DefaultService => Fill("EC2InstanceDetails", "InstanceType", type[0]),
            "Amazon Relational Database Service" => Fill("RDSInstanceDetails", "InstanceType", type[1]),
            "Amazon ElastiCache" => Fill("ElastiCacheInstanceDetails", "NodeType", type[1]),
            "Amazon Redshift" => Fill("RedshiftInstanceDetails", "NodeType", type[0]),
            _ => Search(),
        };
        return new JsonObject { [member] = details };

        string Fill(string name, string typeMember, string family)
        {
            details[typeMember] = Offering.MachineType;
            details["Family"] = family;
            if (name == "EC2InstanceDetails")
            {
                details["Platform"] = Offering.Platform;
                details["Tenancy"] = "shared";
            }

            return name;
        }

        string Search()
        {
            details["InstanceClass"] = type[0];
            details["InstanceSize"] = type[1];
            return "ESInstanceDetails";
        }
    }
}
