using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>The asked days in the asked steps.</summary>
/// <param name="GroupBy">The one key that is grouped by; null for none.</param>
internal sealed record CommitmentWindow(CostSpan Span, IReadOnlyList<CostSpan> Periods, string? GroupBy)
{
    /// <param name="groups">The keys that the operation groups by.</param>
    /// <param name="isDailyUnasked">Without granularity and group the answer is by day; else it is one period.</param>
    /// <exception cref="CostExplorerRefusal">Wrong parameters, or a window that reaches into today.</exception>
    public static CommitmentWindow Read(
        JsonElement input, DateOnly today, IReadOnlyList<string> groups, bool isDailyUnasked = false)
    {
        var span = CostSpan.Read(input, today);
        var granularity = input.Text("Granularity");
        var group = ReadGroup(input, groups);
        if (granularity is not (null or "DAILY" or "MONTHLY" or "HOURLY"))
            throw CostExplorerRefusal.NotInSet(granularity, "granularity", "DAILY, HOURLY, MONTHLY");
        if (granularity == "HOURLY")
            throw CostExplorerRefusal.Validation("Granularity HOURLY is not supported for this request");
        if (granularity is not null && group is not null)
            throw CostExplorerRefusal.Validation("Granularity cannot be set when GroupBy is set.");
        if (span.End > today)
            throw CostExplorerRefusal.DataUnavailable();
        if (granularity is null && group is null && isDailyUnasked)
            granularity = "DAILY";
        return new CommitmentWindow(
            span, granularity is null ? [span] : [.. span.Periods(granularity == "MONTHLY")], group);
    }

    public static JsonObject Json(CostSpan period) => new()
    {
        ["Start"] = Text(period.Start),
        ["End"] = Text(period.End),
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? ReadGroup(JsonElement input, IReadOnlyList<string> groups)
    {
        var asked = input.Items("GroupBy") ?? [];
        if (asked.Count == 0)
            return null;
        if (asked.Count > 1)
            throw CostExplorerRefusal.Validation("Only one value for GroupBy is allowed");
        var (type, key) = (asked[0].Text("Type") ?? "", asked[0].Text("Key") ?? "");
        if (type != "DIMENSION")
            throw CostExplorerRefusal.Validation("Group Definition type is invalid.");
        return groups.Contains(key) ? key : throw CostExplorerRefusal.Validation(
            $"Group Definition dimension is invalid. Valid values are {string.Join(", ", groups)}");
    }
}
