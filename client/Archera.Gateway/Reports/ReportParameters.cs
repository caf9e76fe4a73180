using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Gateway.Costs;
using Archera.Gateway.Requests;

namespace Archera.Gateway.Reports;

/// <summary>What every report is asked with: whose, whether it must be whole, and how it is written.</summary>
internal static class ReportParameters
{
    private const string StartName = "start";
    private const string EndName = "end";
    private const string PayerAccountName = "payerAccount";
    private const string LinkedAccountName = "linkedAccount";
    private const string RegionName = "region";
    private const string AsOfName = "asOf";
    private const string RequireCompleteName = "requireComplete";

    public static readonly QueryParameter Start = new(StartName, "The first day, inclusive, UTC.")
    {
        Required = true,
        Format = "date",
    };

    public static readonly QueryParameter End = new(
        EndName, "The day after the last, exclusive, UTC; at most 400 days after start.")
    {
        Required = true,
        Format = "date",
    };

    public static readonly QueryParameter PayerAccount = new(
        PayerAccountName, "Only these payer accounts, such as aws:111122223333. Repeat it for several.")
    {
        Repeats = true,
        MaxItems = CostParameters.MaxValues,
        Pattern = "^(aws|aws-us-gov|aws-cn):[0-9]{12}$",
    };

    public static readonly QueryParameter LinkedAccount = new(
        LinkedAccountName, "Only these linked accounts, 12 digits. Repeat it for several.")
    {
        Repeats = true,
        MaxItems = CostParameters.MaxValues,
        Pattern = "^[0-9]{12}$",
    };

    public static readonly QueryParameter Region = new(
        RegionName, "Only these Regions, such as eu-central-1. Repeat it for several.")
    {
        Repeats = true,
        MaxItems = CostParameters.MaxValues,
        MaxLength = AwsRegion.MaxLength,
    };

    public static readonly QueryParameter AsOf = new(
        AsOfName, "The answer as it stood at the end of that UTC day; now when left out.")
    {
        Format = "date",
    };

    public static readonly QueryParameter RequireComplete = new(
        RequireCompleteName, "true: answer 409 'incomplete' unless the figures are whole.")
    {
        IsBoolean = true,
        Default = false,
    };

    public static readonly QueryParameter Format = new(
        ReportFormats.Parameter, "How the answer is written; when left out, the header Accept decides.")
    {
        Values = ReportFormats.Names,
    };

    /// <summary>The asked days; meaningful only while the parameters have no errors.</summary>
    public static DatePeriod Period(this ParameterReader reader)
    {
        var start = reader.Required<DateOnly>(StartName, DayText.TryParse, DayText.Expected);
        var end = reader.Required<DateOnly>(EndName, DayText.TryParse, DayText.Expected);
        var (period, errors) = (new DatePeriod(start, end), reader.Errors);
        if (errors.ByField.ContainsKey(StartName) || errors.ByField.ContainsKey(EndName))
            return period;
        if (period.IsEmpty)
            errors.Add(EndName, "Expected a day after start: end is exclusive.");
        else if (period.DayCount > CostQuery.MaxDays)
            errors.Add(EndName, $"Expected at most {CostQuery.MaxDays} days after start. Ask for shorter ranges.");
        return period;
    }

    public static PayerAccountKey[] PayerAccounts(this ParameterReader reader) => reader.Repeated<PayerAccountKey>(
        PayerAccountName, CostParameters.MaxValues, PayerAccountKey.TryParse, "aws:<12 digits>");

    public static AwsAccountId[] LinkedAccounts(this ParameterReader reader) => reader.Repeated<AwsAccountId>(
        LinkedAccountName, CostParameters.MaxValues, AwsAccountId.TryParse, "12 digits");

    public static AwsRegion[] Regions(this ParameterReader reader) => reader.Repeated<AwsRegion>(
        RegionName, CostParameters.MaxValues, AwsRegion.TryParse, "a Region's name");

    public static DateOnly? AsOfDay(this ParameterReader reader) =>
        reader.Single<DateOnly?>(AsOfName, DayText.TryParseOptional, DayText.Expected, fallback: null);

    public static bool RequiresComplete(this ParameterReader reader) => reader.Flag(RequireCompleteName);

    public static ReportFormat FormatOf(this ParameterReader reader, HttpRequest request) =>
        reader.Single<ReportFormat?>(ReportFormats.Parameter, ReportFormats.TryParse, "json or csv", fallback: null)
            ?? ReportFormats.Accepted(request);
}
