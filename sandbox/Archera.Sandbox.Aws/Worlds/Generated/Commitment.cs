namespace Archera.Sandbox.Aws.Worlds.Generated;

/// <summary>
/// A Savings Plan or a reservation that is renewed every year on the same date.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Savings Plan use: <c>SavingsPlanCoveredUsage</c>, unblended at the on-demand rate, amortized at the plan's
/// rate; <c>SavingsPlanNegation</c> takes the unblended cost back exactly and has no amortized cost.</item>
/// <item>Reservation use: <c>DiscountedUsage</c>, unblended zero, amortized at the reservation's rate.</item>
/// <item>An upfront fee (<c>SavingsPlanUpfrontFee</c>, <c>Fee</c>) is unblended on the purchase day and has no
/// amortized cost.</item>
/// <item>A recurring fee (<c>SavingsPlanRecurringFee</c>, <c>RIFee</c>) is unblended on the purchase day and then on
/// each 1st; its amortized cost is what stays unused until the next fee.</item>
/// <item>Over a whole term unblended and amortized cost of use and fees agree, before and after discount.</item>
/// </list>
/// Amounts have at most eight decimals and a discount rate two, so a discount of ten decimals needs no rounding.
/// </remarks>
internal sealed class Commitment(CommitmentKind kind, string feeService, string owner, Draw draw, double scale)
{
    private readonly int _month = 1 + draw.With("month").Below(12);
    private readonly int _day = 2 + draw.With("day").Below(27);
    private readonly decimal _rate = 1 - (28 + draw.With("saving").Below(30)) / 100m;

    /// <summary>Who uses the commitment, with shares that add up to at most one; the last takes the rest.</summary>
    public required IReadOnlyList<(string Service, string Account, decimal Share)> Users { get; init; }

    public void Post(DateOnly day, DayLedger ledger)
    {
        var term = TermOn(day);
        PostUse(term, day, ledger);
        if (day == term.Start && term.Upfront != 0)
            ledger.AddDiscounted(feeService, owner, kind.UpfrontRecordType, term.Upfront, 0);
        if (!term.ChargesFeeOn(day))
            return;
        var end = term.FeeEnd(day);
        ledger.AddDiscounted(
            feeService, owner, kind.RecurringRecordType, term.RecurringFee(day, end), Unused(term, day, end));
    }

    /// <summary>The terms that overlap the days, the earliest first.</summary>
    public IEnumerable<CommitmentPurchase> Purchases(DateOnly start, DateOnly end)
    {
        for (var term = TermOn(start); term.Start < end; term = TermOn(term.End))
            yield return Purchase(term);
    }

    /// <summary>What was committed and used on the day: what the bill's rows are made of.</summary>
    public CommitmentDay On(DateOnly day)
    {
        var term = TermOn(day);
        return new CommitmentDay(Purchase(term), Share(day), OnDemand(term.PerDay), [.. Uses(term, day)]);
    }

    private CommitmentPurchase Purchase(CommitmentTerm term) => new(
        kind.IsSavingsPlan, owner, feeService, term.Start, term.End, term.PerDay, term.Upfront);

    private void PostUse(CommitmentTerm term, DateOnly day, DayLedger ledger)
    {
        foreach (var use in Uses(term, day))
        {
            if (!kind.IsSavingsPlan)
            {
                ledger.AddDiscounted(use.Service, use.Account, RecordTypes.DiscountedUsage, 0, use.Cost);
                continue;
            }

            ledger.AddDiscounted(
                use.Service, use.Account, RecordTypes.SavingsPlanCoveredUsage, use.OnDemand, use.Cost);
            ledger.AddDiscounted(use.Service, use.Account, RecordTypes.SavingsPlanNegation, -use.OnDemand, 0);
        }
    }

    private IEnumerable<CommitmentUse> Uses(CommitmentTerm term, DateOnly day)
    {
        var used = Used(term, day);
        var left = used;
        for (var i = 0; i < Users.Count; i++)
        {
            var (service, account, share) = Users[i];
            var cost = i == Users.Count - 1 ? left : decimal.Round(used * share, 8);
            left -= cost;
            yield return new CommitmentUse(service, account, cost, OnDemand(cost));
        }
    }

    private decimal OnDemand(decimal cost) => decimal.Round(cost / _rate, 8);

    private CommitmentTerm TermOn(DateOnly day)
    {
        var start = new DateOnly(day.Year, _month, _day);
        if (start > day)
            start = start.AddYears(-1);
        var terms = draw.With(start.Year);
        var hourly = decimal.Round((decimal)(scale * terms.With("hourly").Between(0.6, 1.6)), 3);
        var (end, perDay) = (start.AddYears(1), 24 * hourly);
        var whole = perDay * (end.DayNumber - start.DayNumber);
        var upfront = terms.With("payment").Below(3) switch
        {
            0 => 0,
            1 => decimal.Round(whole / 2, 2),
            _ => whole, // Unrounded: a rest would come back as a recurring fee of fractions of a cent.
        };
        return new CommitmentTerm(start, end, perDay, upfront);
    }

    private decimal Used(CommitmentTerm term, DateOnly day) => term.PerDay * Share(day);

    private decimal Share(DateOnly day)
    {
        var today = draw.With(day.DayNumber);
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return (isWeekend ? 7_000 + today.Below(2_500) : 8_500 + today.Below(1_501)) / 10_000m;
    }

    private decimal Unused(CommitmentTerm term, DateOnly from, DateOnly to)
    {
        var unused = 0m;
        for (var day = from; day < to; day = day.AddDays(1))
            unused += term.PerDay - Used(term, day);
        return unused;
    }
}
