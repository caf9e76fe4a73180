using System.Globalization;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>Each Savings Plan of the organization with its utilization over the whole window.</summary>
internal sealed class GetSavingsPlansUtilizationDetails(AwsWorld world, PageTokens tokens) : CommitmentOperation(world)
{
    /// <summary>AWS's own default.</summary>
    private const int UsualPage = 20;

    private readonly ResultPages _pages = new(tokens, "GetSavingsPlansUtilizationDetails", "NextToken");

    protected override string Name => "GetSavingsPlansUtilizationDetails";

    protected override JsonObject Answer(JsonCall call, VisibleCommitments visible)
    {
        var window = CommitmentWindow.Read(call.Input, call.Today, []);
        var days = PlanFilter.Read(call.Input, withType: false)
            .Keep(visible.Owned(window.Span, savingsPlans: true)).ToList();
        if (days.Count == 0)
            throw CostExplorerRefusal.DataUnavailable();
        var plans = days
            .GroupBy(day => day.Purchase)
            .OrderBy(plan => plan.Key.PlanArn, StringComparer.Ordinal)
            .ToList();
        var (page, token) = _pages.Cut(call, plans, UsualPage, "TimePeriod", "Filter", "DataType", "MaxResults");
        var answer = new JsonObject
        {
            ["SavingsPlansUtilizationDetails"] = new JsonArray([.. page.Select(plan => Detail(plan, visible))]),
            ["Total"] = SavingsPlansSum.Of(days).WriteTo([]),
            ["TimePeriod"] = CommitmentWindow.Json(window.Span),
        };
        if (token is not null)
            answer["NextToken"] = token;
        return answer;
    }

    private static JsonObject Detail(IGrouping<CommitmentPurchase, CommitmentDay> plan, VisibleCommitments visible)
    {
        var bought = plan.Key;
        return SavingsPlansSum.Of(plan).WriteTo(new JsonObject
        {
            ["SavingsPlanArn"] = bought.PlanArn,
            ["Attributes"] = new JsonObject
            {
                ["AccountId"] = bought.Owner,
                ["AccountName"] = visible.NameOf(bought.Owner),
                ["StartDateTime"] = Instant(bought.Start, 0),
                ["EndDateTime"] = Instant(bought.End, -1),
                ["HourlyCommitment"] = Figures.Text(bought.PerDay / 24),
                ["InstanceFamily"] = "",
                ["PaymentOption"] = bought.PaymentOption,
                ["PurchaseTerm"] = "1yr",
                ["RecurringHourlyFee"] = Figures.Text(Figures.Rounded(bought.Recurring / bought.Days / 24)),
                ["Region"] = "Any",
                ["SavingsPlanARN"] = bought.PlanArn,
                ["SavingsPlansType"] = SavingsPlanKind.Of(bought.Service).AttributeType,
                ["Status"] = bought.IsOn(visible.Today) ? "Active" : "Retired",
                ["UpfrontFee"] = Figures.Text(bought.Upfront),
            },
        });
    }

    private static string Instant(DateOnly day, int seconds) => day.ToDateTime(TimeOnly.MinValue).AddSeconds(seconds)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
