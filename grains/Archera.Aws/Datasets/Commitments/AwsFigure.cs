using System.Globalization;
using Amazon.CostExplorer.Model;
using Archera.Aws.Costs;
using Archera.Contracts.Identity;
using Archera.Contracts.Time;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>Reads what AWS writes as text, exactly or not at all.</summary>
internal static class AwsFigure
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <exception cref="UnreadableAnswerException">It is missing, or no number that can be held exactly.</exception>
    public static decimal Of(string? text, string what) => ExactDecimal.TryParse(text, out var figure)
        ? figure
        : throw new UnreadableAnswerException($"{what} has a figure that can't be held exactly");

    /// <exception cref="UnreadableAnswerException">It is no number that can be held exactly.</exception>
    public static decimal? Optional(string? text, string what) => string.IsNullOrEmpty(text) ? null : Of(text, what);

    /// <exception cref="UnreadableAnswerException">It is no instant.</exception>
    public static DateTimeOffset Instant(string? text, string what) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var instant)
            ? instant
            : throw new UnreadableAnswerException($"{what} is no instant");

    /// <exception cref="UnreadableAnswerException">It is not 12 digits.</exception>
    public static AwsAccountId Account(string? text, string what) => AwsAccountId.TryParse(text, out var account)
        ? account
        : throw new UnreadableAnswerException($"{what} is no account id of 12 digits");

    /// <exception cref="UnreadableAnswerException">The period is not one of the asked days.</exception>
    public static DateOnly Day(DateInterval? period, DatePeriod asked)
    {
        if (!TryDay(period?.Start, out var start) || !TryDay(period?.End, out var end) || end != start.AddDays(1))
            throw new UnreadableAnswerException("a result is not of one day");
        return asked.Contains(start)
            ? start
            : throw new UnreadableAnswerException($"day {start:yyyy-MM-dd} came and was not asked for");
    }

    /// <summary>Cost Explorer names no currency in these answers: it is that of the partition's bills.</summary>
    public static string CurrencyOf(PayerAccountKey account) =>
        account.Partition == AwsPartition.AwsCn ? "CNY" : "USD";

    public static DateInterval Interval(DatePeriod days) => new()
    {
        Start = Text(days.Start),
        End = Text(days.End),
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
