using System.Collections.Immutable;
using Archera.Contracts.Reports;
using Archera.Gateway.Reports;
using Archera.Gateway.Requests;

namespace Archera.Gateway.Costs;

/// <summary>
/// Reads a cost query from the parameters of <see cref="CostParameters"/>, and says all that is wrong with it.
/// </summary>
internal sealed class CostQueryReader(IQueryCollection query)
{
    public ParameterReader Parameters { get; } = new(query);

    private FieldErrors Errors => Parameters.Errors;

    /// <summary>The query; meaningful only while the parameters have no errors.</summary>
    public CostQuery Read() => new(
        Parameters.Period(),
        OneOf("granularity", CostGranularity.Daily),
        OneOf("metric", CostMetric.UnblendedCost),
        GroupBy(),
        Filters(),
        Parameters.AsOfDay());

    /// <summary>The query of changes; meaningful only while the parameters have no errors.</summary>
    public CostChangesQuery ReadChanges()
    {
        var since = Parameters.Required<DateOnly>("since", DayText.TryParse, DayText.Expected);
        var query = new CostChangesQuery(Read(), since);
        if (query.Since >= query.Costs.AsOf)
            Errors.Add("since", "Expected a day before asOf.");
        return query;
    }

    private T OneOf<T>(string name, T fallback)
        where T : struct, Enum =>
        Parameters.Single(name, EnumNames.TryParse, $"one of {EnumNames.Of<T>()}", fallback);

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
            Of(CostDimension.PayerAccount, [.. Parameters.PayerAccounts().Select(payer => payer.ToString())]),
            Of(CostDimension.LinkedAccount, [.. Parameters.LinkedAccounts().Select(account => account.Value)]),
            Filter("service", CostDimension.Service, IsName, "1 to 256 characters"),
            Filter("recordType", CostDimension.RecordType, IsName, "1 to 256 characters"),
            Filter("region", CostDimension.Region, IsName, "1 to 256 characters"),
            Filter("usageType", CostDimension.UsageType, IsName, "1 to 256 characters"),
        ];
        return [.. filters.OfType<CostFilter>()];
    }

    private CostFilter? Filter(string name, CostDimension dimension, Predicate<string> isValid, string expected) =>
        Of(dimension, Parameters.Repeated(name, CostParameters.MaxValues, isValid, expected));

    private static CostFilter? Of(CostDimension dimension, string[] values) =>
        values.Length == 0 ? null : new CostFilter(dimension, [.. values]);

    private static bool IsName(string text) =>
        text.Length is > 0 and <= CostParameters.MaxValueLength && !text.Any(char.IsControl);
}
