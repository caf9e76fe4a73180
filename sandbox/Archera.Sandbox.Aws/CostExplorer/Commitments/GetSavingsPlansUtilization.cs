using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>
/// How much of the Savings Plans was used, by day or month; in one answer, for it has no pages. A period without a
/// plan is not in it; without any plan in the whole window, there is no answer.
/// </summary>
internal sealed class GetSavingsPlansUtilization(AwsWorld world) : CommitmentOperation(world)
{
    protected override string Name => "GetSavingsPlansUtilization";

    protected override JsonObject Answer(JsonCall call, VisibleCommitments visible)
    {
        var window = CommitmentWindow.Read(call.Input, call.Today, []);
        var filter = PlanFilter.Read(call.Input, withType: true);
        var periods = window.Periods
            .Select(period => (period, Days: filter.Keep(visible.Owned(period, savingsPlans: true)).ToList()))
            .Where(each => each.Days.Count > 0)
            .ToList();
        if (periods.Count == 0)
            throw CostExplorerRefusal.DataUnavailable();
        return new JsonObject
        {
            ["SavingsPlansUtilizationsByTime"] = new JsonArray([.. periods.Select(each =>
                SavingsPlansSum.Of(each.Days).WriteTo(
                    new JsonObject { ["TimePeriod"] = CommitmentWindow.Json(each.period) }))]),
            ["Total"] = SavingsPlansSum.Of(periods.SelectMany(each => each.Days)).WriteTo([]),
        };
    }
}
