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
public sealed class CostPages(DatePeriod days, bool isTotal = false)
{
    private const string DayFormat = "yyyy-MM-dd";

    private readonly Dictionary<DateOnly, DayRows> _days = [];
    private DateOnly _next = days.Start;

    public static IReadOnlyList<string> Metrics { get; } = Enum.GetNames<CostMetric>();

    /// <summary>The rows that are held.</summary>
    public int Rows { get; private set; }

    /// <returns>How many rows the page has.</returns>
    /// <exception cref="UnreadableAnswerException">Something in the page can't be read exactly.</exception>
    public int Add(IReadOnlyList<ResultByTime>? results)
    {
        var before = Rows;
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

        return Rows - before;
    }

    /// <summary>
    /// Takes out the days that are whole: AWS answers in the order of days, so those before the newest that came. One
    /// of them that comes again afterwards ends the read.
    /// </summary>
    /// <exception cref="UnreadableAnswerException">An asked day did not come.</exception>
    public ImmutableArray<DatasetPartition> TakeWhole() => Take(_days.Keys.DefaultIfEmpty(_next).Max());

    /// <summary>Takes out all days that are left.</summary>
    /// <exception cref="UnreadableAnswerException">An asked day did not come.</exception>
    public ImmutableArray<DatasetPartition> Finish() => Take(days.End);

    private ImmutableArray<DatasetPartition> Take(DateOnly end)
    {
        var whole = new DatePeriod(_next, end);
        var partitions = ImmutableArray.CreateBuilder<DatasetPartition>(whole.DayCount);
        foreach (var day in whole.Days())
        {
            if (!_days.Remove(day, out var rows))
                throw new UnreadableAnswerException($"day {day:yyyy-MM-dd} was asked for and did not come");
            partitions.Add(new DatasetPartition(
                day,
                rows.Estimated,
                CostTableCodec.SchemaVersion,
                CostTableCodec.Encode(rows.Cells.Values),
                rows.Cells.Count));
            Rows -= rows.Cells.Count;
        }

        _next = end;
        return partitions.MoveToImmutable();
    }

    private DateOnly DayOf(DateInterval? period)
    {
        if (!TryDay(period?.Start, out var start) || !TryDay(period?.End, out var end) || end != start.AddDays(1))
            throw new UnreadableAnswerException("a result is not of one day");
        if (days.Contains(start) && start < _next)
        {
            throw new UnreadableAnswerException(
                $"day {start:yyyy-MM-dd} went on after later days had come", outOfOrder: true);
        }

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
        if (rows.Cells.Count > CostTableCodec.MaxRows)
        {
            throw new UnreadableAnswerException(
                $"day {day:yyyy-MM-dd} has more than {CostTableCodec.MaxRows} rows", tooLarge: true);
        }

        Rows++;
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
