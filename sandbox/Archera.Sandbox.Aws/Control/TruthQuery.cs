using Archera.Sandbox.Aws.Truth;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Control;

/// <summary>What is asked of the truth: payer, days, grouping, one metric or all four.</summary>
internal sealed record TruthQuery(
    string Payer, DateOnly Start, DateOnly End, IReadOnlyList<TruthGrouping> GroupBy, string? Metric)
{
    /// <summary>As many days as Cost Explorer ever answers.</summary>
    private const int MaxDays = 1_200;

    private static readonly string[] Known = ["payer", "start", "end", "groupBy", "metric"];

    internal static TruthQuery? Read(IQueryCollection query, AwsWorld world, FieldErrors errors)
    {
        foreach (var name in query.Keys.Where(name => !Known.Contains(name)))
            errors.Add(name, $"Is not a parameter here. Parameters: {string.Join(", ", Known)}.");
        var payer = query["payer"].ToString();
        if (world.Find(payer)?.PayerAccountId != payer)
            errors.Add("payer", "Must be a payer account of this world: 12 digits.");
        var start = Day(query, "start", errors);
        var end = Day(query, "end", errors);
        if (start >= end || end.DayNumber - start.DayNumber > MaxDays)
            errors.Add("end", $"Must be after start, by at most {MaxDays} days.");
        var metric = query["metric"].ToString() is { Length: > 0 } text ? text : null;
        if (metric is not null && !CostTruth.Metrics.Contains(metric))
            errors.Add("metric", $"Must be one of {string.Join(", ", CostTruth.Metrics)}.");
        var groupBy = Groupings(query, errors);
        return errors.Any ? null : new TruthQuery(payer, start, end, groupBy, metric);
    }

    private static DateOnly Day(IQueryCollection query, string name, FieldErrors errors)
    {
        if (!ControlDay.TryParse(query[name], out var day))
            errors.Add(name, ControlDay.Expected);
        return day;
    }

    private static List<TruthGrouping> Groupings(IQueryCollection query, FieldErrors errors)
    {
        var names = query["groupBy"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        var known = Enum.GetNames<TruthGrouping>();
        if (names.Length > CostTruth.MaximumGroupings
            || names.Distinct().Count() < names.Length
            || names.Except(known).Any())
        {
            errors.Add(
                "groupBy",
                $"Must be none or up to {CostTruth.MaximumGroupings} of {string.Join(", ", known)}, each once, "
                + "separated by commas.");
            return [];
        }

        return [.. names.Select(Enum.Parse<TruthGrouping>)];
    }
}
