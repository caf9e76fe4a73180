using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>
/// How much of what Savings Plans could cover they did cover, at on-demand rates: covered usage and the usage at
/// on-demand rates that is left. What a reservation covers is neither.
/// </summary>
internal sealed class GetSavingsPlansCoverage(AwsWorld world, PageTokens tokens) : CommitmentOperation(world)
{
    /// <summary>AWS's own default.</summary>
    private const int UsualPage = 20;

    private readonly ResultPages _pages = new(tokens, "GetSavingsPlansCoverage", "NextToken");

    protected override string Name => "GetSavingsPlansCoverage";

    protected override JsonObject Answer(JsonCall call, VisibleCommitments visible)
    {
        var window = CommitmentWindow.Read(call.Input, call.Today, ["SERVICE", "REGION"]);
        var filter = CommitmentFilter.Read(call.Input, "LINKED_ACCOUNT", "REGION", "SERVICE");
        if ((call.Input.Texts("Metrics") ?? []).Any(metric => metric != "SpendCoveredBySavingsPlans"))
            throw CostExplorerRefusal.Validation("The only valid metric is SpendCoveredBySavingsPlans.");
        var rows = window.Periods.SelectMany(period => visible.Charges(period)
            .Where(charge => SavingsPlanKind.IsEligible(charge.Service)
                && charge.RecordType is RecordTypes.Usage or RecordTypes.SavingsPlanCoveredUsage
                && Keeps(filter, charge))
            .GroupBy(charge => KeyOf(charge, window.GroupBy), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Row(period, window.GroupBy, group.Key, [.. group]))).ToList();
        if (rows.Count == 0)
            throw CostExplorerRefusal.DataUnavailable();
        var (page, token) = _pages.Cut(
            call, rows, UsualPage, "TimePeriod", "GroupBy", "Granularity", "Filter", "Metrics", "MaxResults");
        var answer = new JsonObject { ["SavingsPlansCoverages"] = new JsonArray([.. page]) };
        if (token is not null)
            answer["NextToken"] = token;
        return answer;
    }

    private static bool Keeps(CommitmentFilter filter, in Charge charge) =>
        filter.Keeps("LINKED_ACCOUNT", charge.LinkedAccount)
        && filter.Keeps("REGION", charge.Region)
        && filter.Keeps("SERVICE", charge.Service);

    private static string KeyOf(in Charge charge, string? group) => group switch
    {
        "SERVICE" => charge.Service,
        "REGION" => charge.Region,
        _ => "",
    };

    private static JsonObject Row(CostSpan period, string? group, string key, List<Charge> charges)
    {
        var covered = charges.Where(charge => charge.RecordType == RecordTypes.SavingsPlanCoveredUsage)
            .Sum(charge => charge.UnblendedCost);
        var total = charges.Sum(charge => charge.UnblendedCost);
        return new JsonObject
        {
            ["Attributes"] = group is null ? [] : new JsonObject { [group] = key },
            ["Coverage"] = new JsonObject
            {
                ["SpendCoveredBySavingsPlans"] = Figures.Text(covered),
                ["OnDemandCost"] = Figures.Text(total - covered),
                ["TotalCost"] = Figures.Text(total),
                ["CoveragePercentage"] = Figures.Percent(covered, total),
            },
            ["TimePeriod"] = CommitmentWindow.Json(period),
        };
    }
}
