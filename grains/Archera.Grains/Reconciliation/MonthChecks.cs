using System.Collections.Immutable;
using Archera.Aws.Costs;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;

namespace Archera.Grains.Reconciliation;

/// <summary>
/// Compares an account's months with AWS's own totals. The rows are asked of the reports, so that what is compared is
/// what is shown.
/// </summary>
public sealed class MonthChecks(
    PayerAccountKey account,
    IReadOnlyList<IDataset> costs,
    CostTotals totals,
    IGrainFactory grains,
    RefreshInstruments instruments,
    BillingClock clock,
    ILogger<MonthChecks> logger)
{
    /// <summary>
    /// Compares each month that is due. Days that differ are read once more: AWS may have restated them between two
    /// pages.
    /// </summary>
    /// <param name="readAgain">Reads days of a dataset, and stores them.</param>
    /// <param name="note">Stores a change of the book, and what was spent.</param>
    /// <param name="only">See <see cref="MonthToCheck.Due"/>.</param>
    public async Task ReconcileAsync(
        Func<RefreshBook> book,
        Func<RefreshPlan.Step, Task> readAgain,
        Func<Func<RefreshBook, RefreshBook>, Task> note,
        IAccountConnection connection,
        DatePeriod? only,
        CancellationToken cancellationToken)
    {
        foreach (var month in MonthToCheck.Due(book(), costs.Select(dataset => dataset.Name), clock.Today, only))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = book().Checks.GetValueOrDefault(month.Month);
            var check = await CheckAsync(month, before, connection, cancellationToken);
            var doubtful = check is null ? [] : Again(check, before).ToArray();
            foreach (var step in doubtful)
                await readAgain(step);
            if (doubtful.Length > 0)
                check = await CheckAsync(month, before, connection, cancellationToken);
            await note(current => check is null ? current : current.Checked(month.Month, check));
            if (check is not null)
                Tell(month, check);
        }
    }

    /// <summary>Null: it could not be compared. That is logged, and due again at the next refresh.</summary>
    private async Task<MonthCheck?> CheckAsync(
        MonthToCheck month, MonthCheck? before, IAccountConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var aws = await totals.ReadAsync(month.Days, connection, cancellationToken);
            if (!aws.Succeeded)
            {
                Unchecked(month, aws.Failure.Detail, null);
                return null;
            }

            var ours = await grains.GetGrain<ICostReportGrain>(ICostReportGrain.KeyOf(account, month.Month))
                .SumAsync([.. costs.Select(dataset => dataset.Name)], month.Days, cancellationToken);
            return MonthReconciliation.Compare(aws.Value, ours, before, clock.Now);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Unchecked(month, exception.Message, exception);
            return null;
        }
    }

    /// <summary>The days that are read once more, before what they differ by is believed.</summary>
    private IEnumerable<RefreshPlan.Step> Again(MonthCheck check, MonthCheck? before)
    {
        var doubtful = MonthReconciliation.Doubtful(check, before);
        return from dataset in costs
               from run in DatePeriod.Runs(doubtful[dataset.Name].Order())
               select new RefreshPlan.Step(dataset, new PlannedRead(dataset.Name, run));
    }

    /// <summary>Counts and tells what is stored of it.</summary>
    private void Tell(MonthToCheck month, MonthCheck check)
    {
        foreach (var sums in check.Sums.GroupBy(sum => sum.Dataset))
            instruments.Reconciled(sums.Key, sums.Max(sum => sum.Verdict));
        foreach (var differing in check.Differences.GroupBy(difference => difference.Dataset))
        {
            ReconciliationLog.Differs(
                logger, account, month.Month, differing.Key, differing.Select(each => each.Day).Distinct().Count());
        }
    }

    private void Unchecked(MonthToCheck month, string why, Exception? exception)
    {
        ReconciliationLog.Unchecked(logger, exception, account, month.Month, why);
        foreach (var dataset in costs)
            instruments.Reconciled(dataset.Name, ReconciliationVerdict.Unchecked);
    }
}
