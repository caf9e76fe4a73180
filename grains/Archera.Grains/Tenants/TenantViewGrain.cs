using Archera.Aws.Datasets;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;
using Archera.Grains.Reports;
using Orleans.Concurrency;

namespace Archera.Grains.Tenants;

/// <summary>
/// A tenant's merged view. An account is asked for its own status first: only the tenant that owns it gets one, and
/// only then is its report asked.
/// </summary>
[StatelessWorker]
[Reentrant] // Nothing is kept between calls; questions must not queue behind one that waits for a silent account.
public sealed class TenantViewGrain(
    IEnumerable<IDataset> datasets,
    BillingClock clock,
    TimeProvider time,
    IOptions<ReportOptions> options,
    ILogger<TenantViewGrain> logger) : Grain, ITenantViewGrain
{
    public async Task<Answer<CostReport>> GetCostsAsync(CostQuery query, CancellationToken cancellationToken)
    {
        var choice = CostDatasetChoice.Choose(datasets, query);
        if (!choice.IsGranted)
            return choice.Refusal;
        var tenant = await GrainFactory.GetGrain<ITenantGrain>(this.GetPrimaryKeyString()).GetAsync(cancellationToken);
        if (tenant is null)
            return new Refusal(RefusalCodes.NotFound, "There is no such tenant.");

        var question = new CostQuestion(tenant.Id, choice.Value.Name, query, clock.Today);
        var merge = new CostMerge(query.GroupBy);
        using var patience = new CancellationTokenSource(options.Value.AnswerWithin, time);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var answers = await AskAllAsync(question, tenant, merge, waiting.Token);
        cancellationToken.ThrowIfCancellationRequested();
        return merge.ToReport(CompletenessMerge.Merge(answers, question.Dataset, question.IsAsOf));
    }

    private async Task<IReadOnlyList<AccountAnswer>> AskAllAsync(
        CostQuestion question, TenantProfile tenant, CostMerge merge, CancellationToken waiting)
    {
        using var free = new SemaphoreSlim(options.Value.FanOut);
        var accounts = question.AccountsOf(tenant).Order(PayerOrder.Instance).ToArray();
        var answers = await Task.WhenAll(accounts.Select(AskAsync));
        return [.. answers.OfType<AccountAnswer>()];

        async Task<AccountAnswer?> AskAsync(PayerAccountKey account)
        {
            await free.WaitAsync(CancellationToken.None); // Those before it have given up by then, too.
            try
            {
                if (merge.Refusal is not null || await AskAccountAsync(question, account, waiting) is not { } answer)
                    return null;
                merge.Add(answer);
                return answer with { Rows = [] };
            }
            finally
            {
                free.Release();
            }
        }
    }

    private async Task<AccountAnswer?> AskAccountAsync(
        CostQuestion question, PayerAccountKey account, CancellationToken waiting)
    {
        var grain = GrainFactory.GetGrain<IPayerAccountGrain>(account.ToString());
        ReadStatus? status;
        try
        {
            waiting.ThrowIfCancellationRequested();
            status = await grain
                .GetReadStatusAsync(question.Tenant, question.Dataset, question.Query.Period, waiting)
                .WaitAsync(waiting);
        }
        catch (Exception exception)
        {
            ViewLog.Silent(logger, exception, "The account", account);
            return new AccountAnswer(
                account, question.Expected(DateOnly.MinValue), [], [], [], "The account did not answer. Ask again.");
        }

        if (status is null)
            return null;
        var answer = await AskReportsAsync(question, account, status, waiting);
        if (!question.IsAsOf && answer.Lost() is { IsEmpty: false } lost)
            await grain.ReadAgainAsync(question.Tenant, question.Dataset, lost);
        return answer;
    }

    private async Task<AccountAnswer> AskReportsAsync(
        CostQuestion question, PayerAccountKey account, ReadStatus status, CancellationToken waiting)
    {
        var expected = question.Expected(status.FirstDay);
        var slices = await Task.WhenAll(expected.ByMonth().Select(AskAsync));
        var silent = slices.Count(slice => slice is null);
        return new AccountAnswer(
            account,
            expected,
            [.. slices.SelectMany(slice => slice?.Days ?? [])],
            [.. slices.SelectMany(slice => slice?.Unreadable ?? [])],
            status.Late,
            silent == 0 ? null : $"Months whose report did not answer: {silent}. Ask again.")
        {
            Rows = [.. slices.SelectMany(slice => slice?.Rows ?? [])],
            IsInexact = slices.Any(slice => slice is { IsInexact: true }),
        };

        async Task<CostReportSlice?> AskAsync((YearMonth Month, DatePeriod Days) part)
        {
            try
            {
                return await GrainFactory.GetGrain<ICostReportGrain>(ICostReportGrain.KeyOf(account, part.Month))
                    .QueryAsync(question.ToReport(part.Days), waiting)
                    .WaitAsync(waiting);
            }
            catch (Exception exception)
            {
                ViewLog.Silent(logger, exception, $"Report {part.Month}", account);
                return null;
            }
        }
    }
}
