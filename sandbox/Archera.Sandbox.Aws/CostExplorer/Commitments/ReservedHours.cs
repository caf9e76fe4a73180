using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>The machine-hours of one service by account, as far as caller and filter let them be seen.</summary>
internal sealed class ReservedHours(VisibleCommitments visible, ReservedOffering offering, CommitmentFilter filter)
{
    public IReadOnlyDictionary<string, CoverageSum> In(CostSpan period)
    {
        var sums = new SortedDictionary<string, CoverageSum>(StringComparer.Ordinal);
        Each(
            period,
            (account, hours) => SumOf(account).AddReserved(hours),
            (account, cost) => SumOf(account).AddOnDemand(cost));
        return sums;

        CoverageSum SumOf(string account) =>
            sums.TryGetValue(account, out var sum) ? sum : sums[account] = new CoverageSum(offering);
    }

    public CoverageSum Total(CostSpan period)
    {
        var sum = new CoverageSum(offering);
        Each(period, (_, hours) => sum.AddReserved(hours), (_, cost) => sum.AddOnDemand(cost));
        return sum;
    }

    private void Each(CostSpan period, Action<string, decimal> reserved, Action<string, decimal> onDemand)
    {
        foreach (var day in visible.Shared(period, offering.Service))
            foreach (var (account, hours) in Split(day))
                if (Sees(account))
                    reserved(account, hours);
        foreach (var charge in visible.Charges(period))
            if (charge.Service == offering.Service && charge.RecordType == RecordTypes.Usage
                && Sees(charge.LinkedAccount))
                onDemand(charge.LinkedAccount, charge.UnblendedCost);
    }

    private bool Sees(string account) => visible.Sees(account) && filter.Keeps("LINKED_ACCOUNT", account);

    /// <summary>The used hours in the proportion of what was used; the last takes the rest.</summary>
    private static IEnumerable<(string Account, decimal Hours)> Split(CommitmentDay day)
    {
        var all = ReservedOffering.HoursPerDay * day.Share;
        var left = all;
        for (var i = 0; i < day.Uses.Count; i++)
        {
            var hours = i == day.Uses.Count - 1 ? left : decimal.Round(all * day.Uses[i].Cost / day.Used, 8);
            left -= hours;
            yield return (day.Uses[i].Account, hours);
        }
    }
}
