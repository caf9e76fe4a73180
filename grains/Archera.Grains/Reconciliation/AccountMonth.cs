using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;

namespace Archera.Grains.Reconciliation;

/// <summary>
/// What an account knows of one of its months: how it compares with AWS's own totals, and whether it is whole.
/// </summary>
public sealed class AccountMonth
{
    private readonly PayerAccountKey _account;
    private readonly ConnectionMode _mode;
    private readonly DatasetProgress[] _costs;
    private readonly DatePeriod _expected;
    private readonly MonthCheck? _check;

    private AccountMonth(PayerAccountKey account, YearMonth month, ConnectionMode mode, DatasetProgress[] costs)
    {
        (_account, _mode, _costs) = (account, mode, costs);
        var read = new DatePeriod(costs[0].FirstDay, DateOnly.FromDateTime(costs[0].Now.UtcDateTime));
        _expected = month.Days.Intersect(read);
        _check = costs[0].Book.Checks.GetValueOrDefault(month);
    }

    /// <param name="costs">How far each cost dataset has come; null where the account was never read.</param>
    public static AccountReconciliation Of(
        PayerAccountKey account, YearMonth month, ConnectionMode mode, IEnumerable<DatasetProgress?> costs)
    {
        var read = costs.OfType<DatasetProgress>().ToArray();
        return read.Length == 0
            ? AccountReconciliation.Of(ReadStanding.NotConnected)
            : new AccountMonth(account, month, mode, read).View();
    }

    private AccountReconciliation View() => new(
        ReadStanding.Owned,
        Completeness(),
        _expected.IsEmpty ? [] : [.. _costs.SelectMany(RowsOf)]);

    private Completeness Completeness()
    {
        var received = _expected.Days()
            .Where(day => _costs.All(progress => Stored(progress).ContainsKey(day)))
            .ToArray();
        var isWhole = received.Length == _expected.DayCount;
        return new Completeness(
            received.Length == 0 ? null : received.Min(day => _costs.Min(progress => Stored(progress)[day].ReadAt)),
            1,
            isWhole ? 1 : 0,
            _expected.DayCount,
            received.Length,
            [
                .. _costs.SelectMany(progress =>
                    progress.Read(_expected, _mode).Late.Select(late => Late(progress, late))),
            ]);
    }

    private LateAccount Late(DatasetProgress progress, LateRead late) => new(
        _account.ToString(), progress.Dataset.Name, late.Since, late.Reason, late.Detail, late.NextTryAt);

    private IEnumerable<ReconciliationRow> RowsOf(DatasetProgress progress)
    {
        var dataset = progress.Dataset.Name;
        var sums = _check?.Sums.Where(sum => sum.Dataset == dataset).ToArray() ?? [];
        if (sums.Length == 0)
        {
            return Enum.GetValues<CostMetric>().Select(metric => new ReconciliationRow(
                _account, dataset, metric, null, null, null, 0, ReconciliationVerdict.Unchecked, null));
        }

        var isStale = Stored(progress).Any(day => _expected.Contains(day.Key) && day.Value.ReadAt > _check!.CheckedAt);
        return sums.Select(sum => new ReconciliationRow(
            _account,
            dataset,
            sum.Metric,
            sum.Currency,
            sum.Aws,
            sum.Ours,
            sum.Days,
            isStale ? ReconciliationVerdict.Unchecked : sum.Verdict,
            _check!.CheckedAt));
    }

    private static ImmutableSortedDictionary<DateOnly, DayCheckpoint> Stored(DatasetProgress progress) =>
        progress.Book.DaysOf(progress.Dataset.Name);
}
