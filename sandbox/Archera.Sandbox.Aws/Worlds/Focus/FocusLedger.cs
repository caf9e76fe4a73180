using System.Runtime.InteropServices;

namespace Archera.Sandbox.Aws.Worlds.Focus;

/// <summary>Adds the charges of a file up to one per day, service, account and record type.</summary>
internal sealed class FocusLedger
{
    private readonly Dictionary<(DateOnly Day, string Service, string Account, string RecordType), Sums> _cells = [];
    private decimal _largestSum;
    private string? _currency;

    public void Add(FocusCharge charge, string account, CsvReader csv)
    {
        _currency ??= charge.Currency;
        RequireExactSums(charge, csv);
        var key = (charge.Day, charge.Service, account, charge.RecordType);
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, key, out var exists);
        if (exists && sums.Currency != charge.Currency)
            throw csv.Refuse(
                $"{sums.Currency} and {charge.Currency} meet in one day, service, account and charge category.");
        sums = new Sums(sums.Billed + charge.BilledCost, sums.Effective + charge.EffectiveCost, charge.Currency);
    }

    public FocusBill Close(CsvReader csv)
    {
        if (_cells.Count == 0)
            throw csv.Refuse("the file has no charges.");
        var days = _cells.GroupBy(cell => cell.Key.Day).ToDictionary(
            day => day.Key,
            IReadOnlyList<Charge> (day) => [.. day.Select(cell => new Charge(
                cell.Key.Service, cell.Key.Account, cell.Key.RecordType,
                cell.Value.Billed, cell.Value.Effective, cell.Value.Billed, cell.Value.Effective,
                cell.Value.Currency))]);
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

    private readonly record struct Sums(decimal Billed, decimal Effective, string Currency);
}
