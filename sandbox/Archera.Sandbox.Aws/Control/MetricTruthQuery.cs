using System.Globalization;
using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Aws.Control;

/// <summary>What is asked of the truth about a machine's metric.</summary>
internal sealed record MetricTruthQuery(
    string Account, string Region, string InstanceId, string Metric, DateTimeOffset Start, DateTimeOffset End,
    int Period)
{
    /// <summary>A longer answer is asked for in parts.</summary>
    private const int MaxDays = 100;

    private static readonly string[] Known =
        ["account", "region", "instanceId", "metric", "start", "end", "period"];

    internal static MetricTruthQuery? Read(IQueryCollection query, FieldErrors errors)
    {
        foreach (var name in query.Keys.Where(name => !Known.Contains(name)))
            errors.Add(name, $"Is not a parameter here. Parameters: {string.Join(", ", Known)}.");
        var account = query["account"].ToString();
        if (!AccountId.IsOne(account))
            errors.Add("account", "Must be an account id: 12 digits.");
        var (start, end) = (Instant(query, "start", errors), Instant(query, "end", errors));
        if (start >= end || (end - start).TotalDays > MaxDays)
            errors.Add("end", $"Must be after start, by at most {MaxDays} days.");
        if (!int.TryParse(query["period"], NumberStyles.None, CultureInfo.InvariantCulture, out var period)
            || period == 0)
            errors.Add("period", "Must be a number of seconds.");
        var (region, instance, metric) =
            (Text(query, "region", errors), Text(query, "instanceId", errors), Text(query, "metric", errors));
        return errors.Any
            ? null
            : new MetricTruthQuery(account, region, instance, metric, start, end, period);
    }

    private static string Text(IQueryCollection query, string name, FieldErrors errors)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
            errors.Add(name, "Is required.");
        return text;
    }

    private static DateTimeOffset Instant(IQueryCollection query, string name, FieldErrors errors)
    {
        if (!ControlInstant.TryParse(query[name], out var instant))
            errors.Add(name, ControlInstant.Expected);
        return instant;
    }
}
