using System.Runtime.InteropServices;

namespace Archera.Sandbox.Aws.Worlds.Generated;

/// <summary>
/// Collects one day's charges, one per (service, account, record type), and derives the net figures.
/// </summary>
/// <remarks>
/// A negotiated discount of rate r takes r of every usage and fee row, in unblended and in amortized cost alike. The
/// net metrics carry the row after it; the plain metrics carry the row before it and one negative
/// <c>Enterprise Discount Program Discount</c> row per account and service, whose net cost is zero. So plain and net
/// sums of a service agree on every day. Tax, credits, refunds and support are not discounted.
/// </remarks>
internal sealed class DayLedger(decimal discountRate, string currency, ServicePlaces places)
{
    private readonly List<Charge> _charges = [];
    private readonly Dictionary<(string Service, string Account, string RecordType), int> _places = [];
    private readonly Dictionary<(string Service, string Account), Discount> _discounts = [];

    /// <summary>Books usage at on-demand rates; the caller books it once per service and account.</summary>
    public void AddUsage(string service, string account, decimal cost) =>
        _charges.Add(Discounted(service, account, RecordTypes.Usage, cost, cost));

    public void AddDiscounted(
        string service, string account, string recordType, decimal unblended, decimal amortized) =>
        Merge(Discounted(service, account, recordType, unblended, amortized));

    public void AddUndiscounted(string service, string account, string recordType, decimal cost) =>
        Merge(new Charge(service, account, recordType, cost, cost, cost, cost, currency));

    public IReadOnlyList<Charge> Close(DateOnly day)
    {
        foreach (var ((service, account), off) in _discounts)
            if (off.Unblended != 0 || off.Amortized != 0)
                _charges.Add(new Charge(
                    service, account, RecordTypes.EnterpriseDiscount, -off.Unblended, -off.Amortized, 0, 0, currency));
        foreach (ref var charge in CollectionsMarshal.AsSpan(_charges))
            charge = places.Locate(charge, day);
        return _charges;
    }

    private Charge Discounted(string service, string account, string recordType, decimal unblended, decimal amortized)
    {
        if (discountRate == 0)
            return new Charge(service, account, recordType, unblended, amortized, unblended, amortized, currency);
        var unblendedOff = decimal.Round(unblended * discountRate, 10);
        var amortizedOff = decimal.Round(amortized * discountRate, 10);
        ref var discount = ref CollectionsMarshal.GetValueRefOrAddDefault(_discounts, (service, account), out _);
        discount = new Discount(discount.Unblended + unblendedOff, discount.Amortized + amortizedOff);
        return new Charge(
            service, account, recordType,
            unblended, amortized, unblended - unblendedOff, amortized - amortizedOff, currency);
    }

    private void Merge(Charge charge)
    {
        var key = (charge.Service, charge.LinkedAccount, charge.RecordType);
        if (_places.TryAdd(key, _charges.Count))
        {
            _charges.Add(charge);
            return;
        }

        ref var held = ref CollectionsMarshal.AsSpan(_charges)[_places[key]];
        held = held with
        {
            UnblendedCost = held.UnblendedCost + charge.UnblendedCost,
            AmortizedCost = held.AmortizedCost + charge.AmortizedCost,
            NetUnblendedCost = held.NetUnblendedCost + charge.NetUnblendedCost,
            NetAmortizedCost = held.NetAmortizedCost + charge.NetAmortizedCost,
        };
    }

    private readonly record struct Discount(decimal Unblended, decimal Amortized);
}
