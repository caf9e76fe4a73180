using System.Runtime.InteropServices;

namespace Archera.Sandbox.Aws.Worlds.Focus;

/// <summary>
/// Adds the charges of a file up to one per day, service, account, record type, Region and usage type.
/// </summary>
internal sealed class FocusLedger
{
    private readonly Dictionary<Cell, Sums> _cells = [];
    private readonly Dictionary<Row, string> _currencies = [];
    private decimal _largestSum;
    private string? _currency;

    public void Add(FocusCharge charge, string account, CsvReader csv)
    {
        _currency ??= charge.Currency;
        RequireExactSums(charge, csv);
        var row = new Row(charge.Day, charge.Service, account, charge.RecordType);
        if (!_currencies.TryAdd(row, charge.Currency) && _currencies[row] != charge.Currency)
            throw csv.Refuse(
                $"{_currencies[row]} and {charge.Currency} meet in one day, service, account and charge category.");
        var cell = new Cell(row, charge.Region, charge.UsageType);
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, cell, out _);
        sums = new Sums(sums.Billed + charge.BilledCost, sums.Effective + charge.EffectiveCost);
    }

    public FocusBill Close(CsvReader csv)
    {
        if (_cells.Count == 0)
            throw csv.Refuse("the file has no charges.");
        var days = _cells.GroupBy(cell => cell.Key.Row.Day).ToDictionary(
            day => day.Key,
            IReadOnlyList<Charge> (day) => [.. day.Select(cell => new Charge(
                cell.Key.Row.Service, cell.Key.Row.Account, cell.Key.Row.RecordType,
                cell.Value.Billed, cell.Value.Effective, cell.Value.Billed, cell.Value.Effective,
                _currencies[cell.Key.Row])
            {
                Region = cell.Key.Region,
                UsageType = cell.Key.UsageType,
            })]);
        return new FocusBill(days, _currency!);
    }

    // No sum of a part of the file can need more digits than the sum of all its amounts without their signs.
    private void RequireExactSums(FocusCharge charge, CsvReader csv)
    {
        try
        {
            _largestSum = ExactSum.Of(_largestSum, decimal.Abs(charge.BilledCost));
            _largestSum = ExactSum.Of(_largestSum, decimal.Abs(charge.EffectiveCost));
        }
        catch (OverflowException)
        {
            throw csv.Refuse("the sum of the amounts so far needs more digits than can be held. Split the file.");
        }
    }

    private readonly record struct Row(DateOnly Day, string Service, string Account, string RecordType);

    private readonly record struct Cell(Row Row, string Region, string UsageType);

    private readonly record struct Sums(decimal Billed, decimal Effective);
}
