using System.Globalization;
using Archera.Gateway.Csv;

namespace Archera.Gateway.Utilization;

/// <summary>A row for each metric of each machine and day; one without metric for a machine without points.</summary>
internal static class UtilizationSheet
{
    private static readonly string[] Columns =
    [
        "payerAccount", "accountId", "region", "instanceId", "day", "hoursExpected", "metric", "unit", "standing",
        "mean", "p95", "maximum", "points", "periodSeconds", "hoursSeen", "finding", "rule", Incompleteness.Column,
    ];

    /// <summary>Cells of a row from the metric on, but for the finding.</summary>
    private const int MetricCells = 9;

    public static CsvSheet Of(UtilizationResource report) => new(Columns, LinkedSheet.Rows(
        Columns.Length,
        report.Rows.SelectMany(Rows),
        row => (row.Machine.PayerAccount, row.Machine.AccountId),
        CellsOf,
        report.Completeness));

    private static IEnumerable<(MachineUseResource Machine, DayUseResource Day, MetricResource? Metric)> Rows(
        MachineUseResource machine) => machine.Days.SelectMany(day => day.Metrics
        .DefaultIfEmpty<MetricResource?>(null).Select(metric => (machine, day, metric)));

    private static CsvCell[] CellsOf((MachineUseResource Machine, DayUseResource Day, MetricResource? Metric) row) =>
    [
        CsvCell.Of(row.Machine.Region),
        CsvCell.Of(row.Machine.InstanceId),
        CsvCell.Of(row.Day.Day),
        Number(row.Day.HoursExpected),
        .. row.Metric is { } metric ? CellsOf(metric) : Enumerable.Repeat(CsvCell.Empty, MetricCells),
        CsvCell.Of(row.Machine.Finding?.Kind),
        CsvCell.Of(row.Machine.Finding?.Rule),
    ];

    private static CsvCell[] CellsOf(MetricResource metric) =>
    [
        CsvCell.Of(metric.Metric),
        CsvCell.Of(metric.Unit),
        CsvCell.Of(metric.Standing),
        Number(metric.Mean),
        Number(metric.P95),
        Number(metric.Maximum),
        Number<int>(metric.Points),
        Number<int>(metric.PeriodSeconds),
        Number<int>(metric.HoursSeen),
    ];

    /// <summary>The digits that JSON has: as many as tell the value from every other.</summary>
    private static CsvCell Number<T>(T? value)
        where T : struct, IFormattable =>
        value is { } known ? CsvCell.OfNumber(known.ToString(null, CultureInfo.InvariantCulture)) : CsvCell.Empty;
}
