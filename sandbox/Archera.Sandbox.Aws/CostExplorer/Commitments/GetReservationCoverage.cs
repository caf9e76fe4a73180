using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>
/// How many of one service's machine-hours a reservation covered: its used hours, and the hours at on-demand rates.
/// </summary>
internal sealed class GetReservationCoverage(AwsWorld world, PageTokens tokens) : CommitmentOperation(world)
{
    private const int UsualPage = 100;

    private static readonly string[] Measures = ["Hour", "Unit", "Cost"];

    private readonly ResultPages _pages = new(tokens, "GetReservationCoverage", "NextPageToken");

    protected override string Name => "GetReservationCoverage";

    protected override JsonObject Answer(JsonCall call, VisibleCommitments visible)
    {
        var window = CommitmentWindow.Read(call.Input, call.Today, ["LINKED_ACCOUNT"]);
        var filter = CommitmentFilter.Read(call.Input, "LINKED_ACCOUNT", "SERVICE");
        var offering = ReservedOffering.Of(filter.Single("SERVICE") ?? ReservedOffering.DefaultService);
        var metrics = ReadMetrics(call);
        var hours = new ReservedHours(visible, offering, filter);
        var periods = window.Periods.Select(period => (period, Groups: hours.In(period))).ToList();
        if (periods.All(each => each.Groups.Count == 0))
            throw CostExplorerRefusal.DataUnavailable();
        var isGrouped = window.GroupBy is not null;
        var (page, token) = _pages.Cut(
            call, periods, UsualPage, "TimePeriod", "GroupBy", "Granularity", "Filter", "Metrics", "MaxResults");
        var answer = new JsonObject
        {
            ["CoveragesByTime"] = new JsonArray([.. page.Select(each => new JsonObject
            {
                ["TimePeriod"] = CommitmentWindow.Json(each.period),
                ["Groups"] = isGrouped ? Groups(each.Groups) : [],
                ["Total"] = hours.Total(each.period).Json(metrics),
            })]),
            ["Total"] = hours.Total(window.Span).Json(metrics),
        };
        if (token is not null)
            answer["NextPageToken"] = token;
        return answer;

        JsonArray Groups(IReadOnlyDictionary<string, CoverageSum> byAccount) => new([.. byAccount.Select(group =>
            new JsonObject
            {
                ["Attributes"] = new JsonObject
                {
                    ["linkedAccount"] = group.Key,
                    ["linkedAccountName"] = visible.NameOf(group.Key),
                },
                ["Coverage"] = group.Value.Json(metrics),
            })]);
    }

    private static IReadOnlyList<string> ReadMetrics(JsonCall call)
    {
        var metrics = call.Input.Texts("Metrics") ?? ["Hour"];
        return metrics.All(Measures.Contains)
            ? metrics
            : throw CostExplorerRefusal.Validation($"Valid metrics are {string.Join(", ", Measures)}.");
    }
}
