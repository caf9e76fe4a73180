using Archera.Contracts.Reports;
using Archera.Gateway.Reports;
using Archera.Gateway.Requests;

namespace Archera.Gateway.Costs;

/// <summary>The query parameters of a cost report, their bounds and their words.</summary>
internal static class CostParameters
{
    /// <summary>How many values one filter takes: two filters of account ids fit an address.</summary>
    public const int MaxValues = 400;

    /// <summary>The longest value of a filter; AWS's own names stay under it.</summary>
    public const int MaxValueLength = 256;

    /// <summary>The years that a day may lie in.</summary>
    public const int FirstYear = 2000;
    public const int LastYear = 2100;


    private static readonly string Dimension = string.Join('|', Enum.GetNames<CostDimension>());

    public static readonly QueryParameters All = new(
    [
        ReportParameters.Start,
        ReportParameters.End,
        new("granularity", "What a row's period is.")
        {
            Values = Enum.GetNames<CostGranularity>(), Default = nameof(CostGranularity.Daily),
        },
        new("metric", "Which of Cost Explorer's cost metrics to answer with.")
        {
            Values = Enum.GetNames<CostMetric>(), Default = nameof(CostMetric.UnblendedCost),
        },
        new("groupBy", "Up to two, separated by a comma, of Service, LinkedAccount, PayerAccount, RecordType, Region, "
            + "UsageType. Together go Service and LinkedAccount, RecordType and LinkedAccount, Region and "
            + "LinkedAccount, UsageType and Service, each also with PayerAccount.")
        {
            Pattern = $"^(({Dimension})(,({Dimension}))?)?$",
        },
        ReportParameters.PayerAccount,
        ReportParameters.LinkedAccount,
        new("service", "Only these services, as AWS names them. Repeat it for several.")
        {
            Repeats = true, MaxItems = MaxValues, MaxLength = MaxValueLength,
        },
        new("recordType", "Only these record types, as AWS names them. Repeat it for several.")
        {
            Repeats = true, MaxItems = MaxValues, MaxLength = MaxValueLength,
        },
        new("region", "Only these Regions, such as eu-central-1; NoRegion for what has none. Repeat it for several.")
        {
            Repeats = true, MaxItems = MaxValues, MaxLength = MaxValueLength,
        },
        new("usageType", "Only these usage types, as AWS names them. Repeat it for several.")
        {
            Repeats = true, MaxItems = MaxValues, MaxLength = MaxValueLength,
        },
        ReportParameters.AsOf,
        ReportParameters.RequireComplete,
        ReportParameters.Format,
    ]);

    public static readonly QueryParameters Changes = new(
    [
        .. All.All,
        new("since", "The day whose end the answer is compared with, UTC; before asOf.")
        {
            Required = true, Format = "date",
        },
    ]);
}
