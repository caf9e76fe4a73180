using System.Collections.Immutable;
using Archera.Aws.Datasets;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Grains.Reports;

namespace Archera.Grains.Tenants;

/// <summary>Asks each of a tenant's accounts how a month of its own compares with AWS's totals.</summary>
public sealed class ReconciliationRound(
    ReconciliationQuery query,
    TenantProfile tenant,
    IGrainFactory grains,
    DateOnly today,
    ReportOptions options,
    TimeProvider time,
    ILogger logger)
{
    /// <param name="datasets">An account that does not answer is late for the first cost dataset.</param>
    public async Task<ReconciliationReport> AskAsync(
        IEnumerable<IDataset> datasets, CancellationToken cancellationToken)
    {
        using var fanOut = new FanOut(options, time, cancellationToken);
        var question = new CostQuestion(
            tenant.Id,
            datasets.First(dataset => dataset.Dimensions.Count > 0).Name,
            new CostQuery(query.Month.Days, CostGranularity.Monthly, CostMetric.UnblendedCost, [], Filters(), null),
            today);
        var inquiry = new AccountInquiry(grains, question, logger);
        var accounts = question.AccountsOf(tenant).Order(PayerOrder.Instance).ToArray();
        var answers = await fanOut.AllAsync(accounts, AskAsync);
        var parts = accounts.Zip(answers, (account, answer) => Of(account, answer, question, inquiry));
        return new ReconciliationReport(
            [.. answers.SelectMany(answer => answer?.Rows ?? [])],
            CompletenessMerge.Sum(parts.OfType<Completeness>()));
    }

    private static Completeness? Of(
        PayerAccountKey account, AccountReconciliation? answer, CostQuestion question, AccountInquiry inquiry)
    {
        var gone = answer switch
        {
            null => inquiry.Silent(account),
            { Standing: ReadStanding.Unclaimed } => inquiry.RecordLost(account),
            { Standing: ReadStanding.Displaced } => inquiry.Displaced(account),
            _ => null,
        };
        return gone is null ? answer!.Completeness : CompletenessMerge.Of(gone, question.Dataset, question.IsAsOf);
    }

    private ImmutableArray<CostFilter> Filters() => query.PayerAccounts.IsEmpty ? [] :
        [new CostFilter(CostDimension.PayerAccount, [.. query.PayerAccounts.Select(payer => payer.ToString())])];

    /// <summary>Null: the account did not answer.</summary>
    private async Task<AccountReconciliation?> AskAsync(PayerAccountKey account, CancellationToken waiting)
    {
        try
        {
            waiting.ThrowIfCancellationRequested();
            return await grains.GetGrain<IPayerAccountGrain>(account.ToString())
                .GetReconciliationAsync(tenant.Id, query.Month, waiting)
                .WaitAsync(waiting);
        }
        catch (Exception exception)
        {
            ViewLog.Silent(logger, exception, "The account", account);
            return null;
        }
    }
}
