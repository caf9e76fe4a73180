using System.Globalization;

namespace Archera.Sandbox.Aws.Worlds.Focus;

/// <summary>One record of a FOCUS file, in the words of Cost Explorer.</summary>
internal readonly record struct FocusCharge(
    DateOnly Day,
    string Service,
    string BillingAccount,
    string LinkedAccount,
    string RecordType,
    decimal BilledCost,
    decimal EffectiveCost,
    string Currency,
    string Region,
    string UsageType)
{
    /// <summary>Cost Explorer's way to name an absent value; exports leave out the service of some taxes.</summary>
    public const string NoService = "NoService";

    private static readonly string[] Instants =
        ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-dd HH:mm:ssK",
         "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    private static readonly string[] Providers = ["AWS", "Amazon Web Services"];

    public static FocusCharge Read(CsvReader csv, FocusColumns columns, IReadOnlyList<string> record)
    {
        if (record.Count != columns.Count)
            throw csv.Refuse($"the record has {record.Count} fields, the header {columns.Count}.");
        if (!Providers.Contains(columns.Text(record, "ProviderName"), StringComparer.OrdinalIgnoreCase))
            throw csv.Refuse("ProviderName is not AWS. Export AWS's charges alone.");
        var billing = Id(csv, columns.Text(record, "BillingAccountId"), "BillingAccountId")
            ?? throw csv.Refuse("BillingAccountId is absent.");
        return new FocusCharge(
            DayOf(csv, columns.Text(record, "ChargePeriodStart")),
            Name(csv, columns.Text(record, "ServiceName"), "ServiceName") ?? NoService,
            billing,
            Id(csv, columns.Text(record, "SubAccountId"), "SubAccountId") ?? billing,
            RecordTypeOf(csv, columns.Text(record, "ChargeCategory")),
            Amount(csv, columns.Text(record, "BilledCost"), "BilledCost"),
            Amount(csv, columns.Text(record, "EffectiveCost"), "EffectiveCost"),
            CurrencyOf(csv, columns.Text(record, "BillingCurrency")),
            Name(csv, columns.Text(record, "RegionId"), "RegionId") ?? Charge.NoRegion,
            Name(csv, columns.Text(record, "x_UsageType"), "x_UsageType") ?? Charge.NoUsageType);
    }

    private static string? Id(CsvReader csv, string? text, string column) =>
        text is not { Length: > FocusAccounts.MaximumIdLength }
            ? text
            : throw csv.Refuse($"{column} has more than {FocusAccounts.MaximumIdLength} characters.");

    private static DateOnly DayOf(CsvReader csv, string? text) =>
        DateTimeOffset.TryParseExact(
            text, Instants, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start)
            ? DateOnly.FromDateTime(start.UtcDateTime)
            : throw csv.Refuse("ChargePeriodStart is not a time such as 2024-09-01T00:00:00Z.");

    private static string? Name(CsvReader csv, string? text, string column) =>
        text is not { Length: > Restatements.Restatement.MaximumNameLength }
            ? text
            : throw csv.Refuse($"{column} has more than {Restatements.Restatement.MaximumNameLength} characters.");

    private static string RecordTypeOf(CsvReader csv, string? category) => category switch
    {
        "Usage" => RecordTypes.Usage,
        "Purchase" => RecordTypes.Fee,
        "Tax" => RecordTypes.Tax,
        "Credit" => RecordTypes.Credit,
        "Adjustment" => RecordTypes.Refund,
        _ => throw csv.Refuse("ChargeCategory is none of Usage, Purchase, Tax, Credit, Adjustment."),
    };

    private static decimal Amount(CsvReader csv, string? text, string column) =>
        text is not null && FocusAmount.TryParse(text, out var amount)
            ? amount
            : throw csv.Refuse($"{column} is not an amount that can be held exactly.");

    private static string CurrencyOf(CsvReader csv, string? text) =>
        text is { Length: 3 } && text.All(char.IsAsciiLetterUpper)
            ? text
            : throw csv.Refuse("BillingCurrency is not a three-letter currency code.");
}
