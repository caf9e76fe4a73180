namespace Archera.Sandbox.Aws.Worlds.Generated;

/// <summary>Everything that one organization is charged for, day by day.</summary>
internal sealed class PayerBook
{
    private static readonly decimal[] TaxRates = [0.19m, 0m, 0.0825m, 0.2m];

    private readonly Draw _draw;
    private readonly string _payerId;
    private readonly UsageLine[] _lines;
    private readonly IReadOnlyList<Commitment> _commitments;
    private readonly decimal _discountRate;
    private readonly decimal _taxRate;
    private readonly ServicePlaces _places;

    public PayerBook(
        Draw draw, IReadOnlyList<MemberAccount> accounts, IReadOnlyList<ServiceEntry> services, bool dense)
    {
        _draw = draw;
        _payerId = accounts[0].Id;
        _lines = [.. accounts.SelectMany((account, slot) => services.Select(service =>
            new UsageLine(service, account.Id, Scale(slot, draw), draw.With(slot).With(service.Name), dense)))];
        _commitments = Commitments.Of(services, accounts, draw.With("commitments"));
        _discountRate = draw.With("discount").Chance(0.5) ? (3 + draw.With("discount rate").Below(12)) / 100m : 0;
        _taxRate = TaxRates[draw.With("tax").Below(TaxRates.Length)];
        _places = new ServicePlaces(draw);
    }

    public IReadOnlyList<Charge> Day(DateOnly day)
    {
        var ledger = new DayLedger(_discountRate, "USD", _places);
        foreach (var line in _lines)
            if (line.On(day) is { } cost)
                ledger.AddUsage(line.Service, line.Account, cost);
        foreach (var commitment in _commitments)
            commitment.Post(day, ledger);
        PostGivenBack(RecordTypes.Credit, 0.06, day, ledger);
        PostGivenBack(RecordTypes.Refund, 0.03, day, ledger);
        if (day.Day == 1)
            PostMonthly(day, ledger);
        return ledger.Close(day);
    }

    public IReadOnlyList<CommitmentPurchase> Purchases(DateOnly start, DateOnly end) =>
        [.. _commitments.SelectMany(commitment => commitment.Purchases(start, end))];

    public IReadOnlyList<CommitmentDay> CommitmentsOn(DateOnly day) =>
        [.. _commitments.Select(commitment => commitment.On(day))];

    private static double Scale(int slot, Draw payer)
    {
        var stage = slot == 0 ? 0.05 : Naming.Stage(slot) switch
        {
            "prod" => 1,
            "staging" => 0.3,
            "dev" => 0.12,
            _ => 0.02,
        };
        return stage * payer.With("scale").With(slot).Between(0.4, 1.8);
    }

    private void PostGivenBack(string recordType, double share, DateOnly day, DayLedger ledger)
    {
        var today = _draw.With(recordType).With(day.DayNumber);
        var line = _lines[today.With("line").Below(_lines.Length)];
        if (!today.Chance(share) || line.On(day) is not { } cost)
            return;
        var part = (5 + today.With("part").Below(90)) / 100m;
        ledger.AddUndiscounted(line.Service, line.Account, recordType, -decimal.Round(cost * part, 10));
    }

    // Tax and support are billed on the 1st, estimated from what that day's usage makes in a month.
    private void PostMonthly(DateOnly day, DayLedger ledger)
    {
        var total = 0m;
        foreach (var account in _lines.GroupBy(line => line.Account, StringComparer.Ordinal))
        {
            var month = 30 * account.Sum(line => line.On(day) ?? 0);
            var tax = decimal.Round(month * _taxRate, 2);
            if (tax != 0)
                ledger.AddUndiscounted(ServiceCatalogue.Tax, account.Key, RecordTypes.Tax, tax);
            total += month;
        }

        var (support, fee) = total < 1_000
            ? (ServiceCatalogue.DeveloperSupport, Math.Max(29, decimal.Round(total * 0.03m, 2)))
            : (ServiceCatalogue.BusinessSupport, Math.Max(100, decimal.Round(total * 0.07m, 2)));
        ledger.AddUndiscounted(support, _payerId, RecordTypes.Support, fee);
    }
}
