using System.Collections.Immutable;
using System.Globalization;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Gateway.Reports;
using Archera.Gateway.Requests;

namespace Archera.Gateway.Costs;

/// <summary>
/// Reads a cost query from the parameters of <see cref="CostParameters"/>, and says all that is wrong with it.
/// </summary>
internal sealed class CostQueryReader(IQueryCollection query)
{
    private const string DayExpected = "a day written yyyy-MM-dd, from 2000-01-01 to 2100-12-31";

    public FieldErrors Errors { get; } = new();

    public bool RequireComplete => Single("requireComplete", TryParseFlag, "true or false", fallback: false);

    /// <summary>Null: the header Accept decides.</summary>
    public ReportFormat? Format =>
        Single<ReportFormat?>(ReportFormats.Parameter, ReportFormats.TryParse, "json or csv", fallback: null);

    /// <summary>The query; meaningful only while there are no <see cref="Errors"/>.</summary>
    public CostQuery Read() => new(
        Period(),
        Single("granularity", EnumNames.TryParse, $"one of {EnumNames.Of<CostGranularity>()}", CostGranularity.Daily),
        Single("metric", EnumNames.TryParse, $"one of {EnumNames.Of<CostMetric>()}", CostMetric.UnblendedCost),
        GroupBy(),
        Filters(),
        Single<DateOnly?>("asOf", TryParseOptionalDay, DayExpected, fallback: null));

    /// <summary>The query of changes; meaningful only while there are no <see cref="Errors"/>.</summary>
    public CostChangesQuery ReadChanges()
    {
        var query = new CostChangesQuery(Read(), Required<DateOnly>("since", TryParseDay, DayExpected));
        if (query.Since >= query.Costs.AsOf)
            Errors.Add("since", "Expected a day before asOf.");
        return query;
    }

    private DatePeriod Period()
    {
        var start = Required<DateOnly>("start", TryParseDay, DayExpected);
        var end = Required<DateOnly>("end", TryParseDay, DayExpected);
        var period = new DatePeriod(start, end);
        if (Errors.ByField.ContainsKey("start") || Errors.ByField.ContainsKey("end"))
            return period;
        if (period.IsEmpty)
            Errors.Add("end", "Expected a day after start: end is exclusive.");
        else if (period.DayCount > CostQuery.MaxDays)
            Errors.Add("end", $"Expected at most {CostQuery.MaxDays} days after start. Ask for shorter ranges.");
        return period;
    }

    private ImmutableArray<CostDimension> GroupBy()
    {
        var text = query["groupBy"].ToString();
        if (text.Length == 0)
            return [];
        var groups = ImmutableArray.CreateBuilder<CostDimension>();
        foreach (var name in text.Split(','))
        {
            if (!EnumNames.TryParse<CostDimension>(name, out var group) || groups.Contains(group))
            {
                Errors.Add("groupBy", $"Expected up to two, comma-separated, of {EnumNames.Of<CostDimension>()}.");
                return [];
            }

            groups.Add(group);
        }

        if (groups.Count > CostQuery.MaxGroupBy)
            Errors.Add("groupBy", $"Expected at most {CostQuery.MaxGroupBy} groups.");
        return groups.ToImmutable();
    }

    private ImmutableArray<CostFilter> Filters()
    {
        CostFilter?[] filters =
        [
            Filter("payerAccount", CostDimension.PayerAccount, IsPayer, "aws:<12 digits>"),
            Filter("linkedAccount", CostDimension.LinkedAccount, IsAccount, "12 digits"),
            Filter("service", CostDimension.Service, IsName, "1 to 256 characters"),
            Filter("recordType", CostDimension.RecordType, IsName, "1 to 256 characters"),
            Filter("region", CostDimension.Region, IsName, "1 to 256 characters"),
            Filter("usageType", CostDimension.UsageType, IsName, "1 to 256 characters"),
        ];
        return [.. filters.OfType<CostFilter>()];
    }

    private CostFilter? Filter(string name, CostDimension dimension, Predicate<string> isValid, string expected)
    {
        var values = query[name];
        if (values.Count == 0)
            return null;
        if (values.Count > CostParameters.MaxValues)
            Errors.Add(name, $"Expected at most {CostParameters.MaxValues} values.");
        else if (!values.All(value => isValid(value ?? string.Empty)))
            Errors.Add(name, $"Expected {expected}.");
        return new CostFilter(dimension, [.. values.OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    private T Required<T>(string name, TryParse<T> parse, string expected)
    {
        if (query.ContainsKey(name))
            return Single(name, parse, expected, default!);
        Errors.Add(name, $"Required: {expected}.");
        return default!;
    }

    private T Single<T>(string name, TryParse<T> parse, string expected, T fallback)
    {
        if (!query.TryGetValue(name, out var values))
            return fallback;
        if (values is [{ } text] && parse(text, out var value))
            return value;
        Errors.Add(name, $"Expected {expected}.");
        return fallback;
    }

    // In these letters alone, as every other value.
    private static bool TryParseFlag(string? text, out bool flag)
    {
        flag = text == "true";
        return flag || text == "false";
    }

    private static bool TryParseDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        && day.Year is >= CostParameters.FirstYear and <= CostParameters.LastYear;

    private static bool TryParseOptionalDay(string? text, out DateOnly? day)
    {
        var valid = TryParseDay(text, out var parsed);
        day = parsed;
        return valid;
    }

    private static bool IsPayer(string text) => PayerAccountKey.TryParse(text, out _);

    private static bool IsAccount(string text) => AwsAccountId.TryParse(text, out _);

    private static bool IsName(string text) =>
        text.Length is > 0 and <= CostParameters.MaxValueLength && !text.Any(char.IsControl);
}
