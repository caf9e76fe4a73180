using System.Collections.Immutable;
using System.Globalization;
using Amazon.CostExplorer.Model;
using Archera.Aws.Datasets;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;

namespace Archera.Aws.Costs;

/// <summary>
/// Puts the pages of one read together, exactly: a day may be split over pages, every asked day must come, and no cell
/// may come twice. What can't be read to the last decimal ends the read.
/// </summary>
/// <param name="isTotal">No grouping was asked for: each day has one row without keys.</param>
public sealed class CostPages(DatePeriod days, int maxRows, bool isTotal = false)
{
    private const string DayFormat = "yyyy-MM-dd";

    private readonly Dictionary<DateOnly, DayRows> _days = [];
    private int _rows;

    public static IReadOnlyList<string> Metrics { get; } = Enum.GetNames<CostMetric>();

    /// <exception cref="UnreadableAnswerException">Something in the page can't be read exactly.</exception>
    public void Add(IReadOnlyList<ResultByTime>? results)
    {
        foreach (var result in results ?? [])
        {
            var day = DayOf(result.TimePeriod);
            if (!_days.TryGetValue(day, out var rows))
                _days.Add(day, rows = new DayRows());
            rows.Estimated |= result.Estimated
                ?? throw new UnreadableAnswerException($"day {day:yyyy-MM-dd} does not say whether it is estimated");
            if (isTotal)
                Add(day, rows, new Group { Keys = ["", ""], Metrics = result.Total });
            foreach (var group in result.Groups ?? [])
                Add(day, rows, group);
        }
    }

    /// <exception cref="UnreadableAnswerException">An asked day did not come.</exception>
    public ImmutableArray<DatasetPartition> Finish()
    {
        var partitions = ImmutableArray.CreateBuilder<DatasetPartition>(days.DayCount);
        foreach (var day in days.Days())
        {
            if (!_days.TryGetValue(day, out var rows))
                throw new UnreadableAnswerException($"day {day:yyyy-MM-dd} was asked for and did not come");
            partitions.Add(new DatasetPartition(
                day,
                rows.Estimated,
                CostTableCodec.SchemaVersion,
                CostTableCodec.Encode(rows.Cells.Values),
                rows.Cells.Count));
        }

        return partitions.MoveToImmutable();
    }

    private DateOnly DayOf(DateInterval? period)
    {
        if (!TryDay(period?.Start, out var start) || !TryDay(period?.End, out var end) || end != start.AddDays(1))
            throw new UnreadableAnswerException("a result is not of one day");
        return days.Contains(start)
            ? start
            : throw new UnreadableAnswerException($"day {start:yyyy-MM-dd} came and was not asked for");
    }

    private static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private void Add(DateOnly day, DayRows rows, Group group)
    {
        if (group.Keys is not { Count: 2 } keys || keys[0] is null || keys[1] is null)
            throw new UnreadableAnswerException($"a row of day {day:yyyy-MM-dd} does not have two keys");
        var row = Row(day, keys[0], keys[1], group.Metrics);
        if (!rows.Cells.TryAdd((row.Key1, row.Key2), row))
            throw new UnreadableAnswerException($"the row ({row.Key1}, {row.Key2}) of day {day:yyyy-MM-dd} came twice");
        if (++_rows > maxRows)
            throw new UnreadableAnswerException($"it has more than {maxRows} rows", tooLarge: true);
    }

    private static CostTableRow Row(DateOnly day, string key1, string key2, Dictionary<string, MetricValue>? metrics)
    {
        string? currency = null;
        return new CostTableRow(
            key1,
            key2,
            Amount(nameof(CostMetric.UnblendedCost)),
            Amount(nameof(CostMetric.AmortizedCost)),
            Amount(nameof(CostMetric.NetUnblendedCost)),
            Amount(nameof(CostMetric.NetAmortizedCost)),
            currency!);

        decimal Amount(string metric)
        {
            if (metrics is null || !metrics.TryGetValue(metric, out var value) || string.IsNullOrEmpty(value?.Unit))
                throw Unreadable("is missing");
            if (!ExactDecimal.TryParse(value.Amount, out var amount))
                throw Unreadable("has an amount that can't be held exactly");
            currency ??= value.Unit;
            return currency == value.Unit ? amount : throw Unreadable("has another currency than its neighbour");

            UnreadableAnswerException Unreadable(string what) =>
                new($"{metric} of ({key1}, {key2}) on {day:yyyy-MM-dd} {what}");
        }
    }

    private sealed class DayRows
    {
        public bool Estimated { get; set; }

        public Dictionary<(string Key1, string Key2), CostTableRow> Cells { get; } = [];
    }
}
