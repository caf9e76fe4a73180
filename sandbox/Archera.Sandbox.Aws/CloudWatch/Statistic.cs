using System.Globalization;
using System.Text.RegularExpressions;

namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>A statistic by its name on the wire: one of the five, or a percentile such as <c>p95</c>.</summary>
internal readonly partial record struct Statistic
{
    private const char PercentileLetter = 'p';

    private Statistic(string name) => Name = name;

    internal string Name { get; }

    internal bool IsPercentile => Name[0] == PercentileLetter;

    internal static Statistic? TryParse(string text) =>
        text is "Average" or "Maximum" or "Minimum" or "Sum" or "SampleCount" || Percentile().IsMatch(text)
            ? new Statistic(text)
            : null;

    /// <summary>Whether AWS has a statistic of this name; trimmed means and the like are not simulated.</summary>
    internal static bool IsOfAws(string text) => TryParse(text) is not null || Trimmed().IsMatch(text);

    internal double Of(PeriodPoint point) => Name switch
    {
        "Average" => point.Sum / point.Count,
        "Maximum" => point.Maximum,
        "Minimum" => point.Minimum,
        "Sum" => point.Sum,
        "SampleCount" => point.Count,
        _ => point.Percentile(decimal.Parse(Name.AsSpan(1), CultureInfo.InvariantCulture)),
    };

    [GeneratedRegex(@"^p(100(\.0{1,10})?|[0-9]{1,2}(\.[0-9]{1,10})?)\z")]
    private static partial Regex Percentile();

    [GeneratedRegex(@"^(IQM|(tm|wm|tc|ts)[0-9]{1,2}(\.[0-9]{1,10})?|(TM|WM|TC|TS|PR)\([0-9.]*%?:[0-9.]*%?\))\z")]
    private static partial Regex Trimmed();
}
