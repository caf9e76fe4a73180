using System.Collections.Immutable;

namespace Archera.Sandbox.Aws.Worlds.Restatements;

using Rows = ImmutableDictionary<RestatedRow, Restatement>;

/// <summary>A bill with its restatements. Readers see a restatement wholly or not at all.</summary>
internal sealed class RestatedBill(IBill bill) : IBill
{
    private ImmutableDictionary<DateOnly, Rows> _days = ImmutableDictionary<DateOnly, Rows>.Empty;

    public DateOnly FirstDay => Volatile.Read(ref _days).Keys.Append(bill.FirstDay).Min();

    public DateOnly? LastDay =>
        bill.LastDay is { } last ? Volatile.Read(ref _days).Keys.Append(last).Max() : null;

    public string Currency => bill.Currency;

    public IReadOnlyList<CommitmentPurchase> Purchases(DateOnly start, DateOnly end) => bill.Purchases(start, end);

    public IReadOnlyList<CommitmentDay> Commitments(DateOnly day) => bill.Commitments(day);

    public IReadOnlyList<Charge> Day(DateOnly day)
    {
        var charges = bill.Day(day);
        return Volatile.Read(ref _days).TryGetValue(day, out var rows) ? Restated(charges, rows) : charges;
    }

    public void Restate(Restatement restatement) => ImmutableInterlocked.AddOrUpdate(
        ref _days,
        restatement.Day,
        _ => Rows.Empty.Add(RestatedRow.Of(restatement), restatement),
        (_, rows) => rows.SetItem(RestatedRow.Of(restatement), restatement));

    private List<Charge> Restated(IReadOnlyList<Charge> charges, Rows rows)
    {
        var restated = charges.Where(charge => !rows.ContainsKey(RestatedRow.Of(charge))).ToList();
        foreach (var (row, restatement) in rows)
        {
            if (restatement.Amount is not { } cost)
                continue;
            var before = Before(row, charges);
            restated.Add(before with
            {
                UnblendedCost = cost,
                AmortizedCost = cost,
                NetUnblendedCost = cost,
                NetAmortizedCost = cost,
                Currency = restatement.Currency ?? before.Currency,
            });
        }

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
