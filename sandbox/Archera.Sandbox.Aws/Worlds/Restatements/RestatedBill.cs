using System.Collections.Immutable;

namespace Archera.Sandbox.Aws.Worlds.Restatements;

using Rows = ImmutableDictionary<RestatedRow, decimal?>;

/// <summary>A bill with its restatements. Readers see a restatement wholly or not at all.</summary>
internal sealed class RestatedBill(IBill bill) : IBill
{
    private ImmutableDictionary<DateOnly, Rows> _days = ImmutableDictionary<DateOnly, Rows>.Empty;

    public DateOnly FirstDay => Volatile.Read(ref _days).Keys.Append(bill.FirstDay).Min();

    public DateOnly? LastDay =>
        bill.LastDay is { } last ? Volatile.Read(ref _days).Keys.Append(last).Max() : null;

    public string Currency => bill.Currency;

    public IReadOnlyList<CommitmentPurchase> Purchases(DateOnly start, DateOnly end) => bill.Purchases(start, end);

    public IReadOnlyList<Charge> Day(DateOnly day)
    {
        var charges = bill.Day(day);
        return Volatile.Read(ref _days).TryGetValue(day, out var rows) ? Restated(charges, rows) : charges;
    }

    public void Restate(DateOnly day, RestatedRow row, decimal? amount) => ImmutableInterlocked.AddOrUpdate(
        ref _days,
        day,
        _ => Rows.Empty.Add(row, amount),
        (_, rows) => rows.SetItem(row, amount));

    private List<Charge> Restated(IReadOnlyList<Charge> charges, Rows rows)
    {
        var restated = charges.Where(charge => !rows.ContainsKey(RestatedRow.Of(charge))).ToList();
        foreach (var (row, amount) in rows)
            if (amount is { } cost)
                restated.Add(Before(row, charges) with
                {
                    UnblendedCost = cost, AmortizedCost = cost, NetUnblendedCost = cost, NetAmortizedCost = cost,
                });
        return restated;
    }

    /// <summary>A row that the bill knows keeps its currency, Region and usage type.</summary>
    private Charge Before(RestatedRow row, IReadOnlyList<Charge> charges)
    {
        foreach (var charge in charges)
            if (RestatedRow.Of(charge) == row)
                return charge;
        return new Charge(row.Service, row.LinkedAccount, row.RecordType, 0, 0, 0, 0, Currency);
    }
}
