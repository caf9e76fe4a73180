using System.Collections.Immutable;
using Archera.Aws.Datasets;
using Archera.Contracts;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;
using Archera.Grains.Commitments;
using Archera.Grains.Reports;
using Archera.Grains.Utilization;
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
    private static readonly Refusal NoTenant = new(RefusalCodes.NotFound, "There is no such tenant.");

    public async Task<Answer<CostReport>> GetCostsAsync(CostQuery query, CancellationToken cancellationToken)
    {
        var choice = CostDatasetChoice.Choose(datasets, query);
        if (!choice.IsGranted)
            return choice.Refusal;
        if (await TenantAsync(cancellationToken) is not { } tenant)
            return NoTenant;

        var question = new CostQuestion(tenant.Id, choice.Value.Name, query, clock.Today);
        var inquiry = new AccountInquiry(GrainFactory, question, logger);
        using var round = new CostRound(question, tenant, inquiry, options.Value, time);
        return await round.AskAsync(cancellationToken);
    }

    public async Task<Answer<CostChanges>> GetCostChangesAsync(
        CostChangesQuery query, CancellationToken cancellationToken)
    {
        var choice = CostDatasetChoice.Choose(datasets, query.Costs);
        if (!choice.IsGranted)
            return choice.Refusal;
        if (await TenantAsync(cancellationToken) is not { } tenant)
            return NoTenant;

        var now = new CostQuestion(tenant.Id, choice.Value.Name, query.Costs, clock.Today);
        var then = now with { Query = query.Costs with { AsOf = query.Since } };
        var inquiry = new AccountInquiry(GrainFactory, now, logger);
        using var round = new ChangeRound(then, now, tenant, inquiry, options.Value, time);
        return await round.AskAsync(cancellationToken);
    }

    public Task<Answer<ReconciliationReport>> GetReconciliationAsync(
        ReconciliationQuery query, CancellationToken cancellationToken) => AskAsync<ReconciliationReport>(
        async tenant => await new ReconciliationRound(
            query, tenant, GrainFactory, clock.Today, options.Value, time, logger)
            .AskAsync(datasets, cancellationToken),
        cancellationToken);

    public Task<Answer<AccountReport>> GetAccountsAsync(
        AccountQuery query, CancellationToken cancellationToken) => AskAsync(
        tenant => new AccountListRound(query, tenant, GrainFactory, clock.Today, options.Value, time, logger)
            .AskAsync(cancellationToken),
        cancellationToken);

    public Task<Answer<MachineReport>> GetMachinesAsync(
        MachineQuery query, CancellationToken cancellationToken) => AskAsync(
        tenant => new MachineRound(query, tenant, clock.Today, GrainFactory, options.Value, time, logger)
            .AskAsync(cancellationToken),
        cancellationToken);

    public Task<Answer<CommitmentReport>> GetCommitmentsAsync(
        CommitmentQuery query, CancellationToken cancellationToken) => AskAsync(
        tenant => new CommitmentRound(query, tenant, clock.Today, GrainFactory, options.Value, time, logger)
            .AskAsync(cancellationToken),
        cancellationToken);

    public Task<Answer<UtilizationReport>> GetUtilizationAsync(
        UtilizationQuery query, CancellationToken cancellationToken) => AskAsync(
        tenant => new UtilizationRound(query, tenant, clock.Today, GrainFactory, options.Value, time, logger)
            .AskAsync(cancellationToken),
        cancellationToken);

    public Task<Answer<RecommendationReport>> GetRecommendationsAsync(
        RecommendationQuery query, CancellationToken cancellationToken) => AskAsync<RecommendationReport>(
        async tenant => await new RecommendationRound(
            query, tenant, clock.Today, GrainFactory, options.Value, time, logger)
            .AskAsync(cancellationToken),
        cancellationToken);

    public async Task<ImmutableArray<AccountReading>> GetReadingsAsync(
        ImmutableArray<AccountKey> accounts, CancellationToken cancellationToken)
    {
        ImmutableArray<DatasetName> read =
            [.. datasets.Where(each => each.Place == DatasetPlace.LinkedAccount).Select(each => each.Name)];
        if (read.IsEmpty || await TenantAsync(cancellationToken) is not { } tenant)
            return [];
        var round = new AccountReadingRound(
            read, clock.Today, clock.Now, GrainFactory, options.Value, time, logger);
        return await round.AskAsync(
            [.. accounts.Where(account => tenant.PayerAccounts.Contains(account.Payer))], cancellationToken);
    }

    private async Task<Answer<TReport>> AskAsync<TReport>(
        Func<TenantProfile, Task<Answer<TReport>>> ask, CancellationToken cancellationToken)
        where TReport : class =>
        await TenantAsync(cancellationToken) is { } tenant ? await ask(tenant) : NoTenant;

    private Task<TenantProfile?> TenantAsync(CancellationToken cancellationToken) =>
        GrainFactory.GetGrain<ITenantGrain>(this.GetPrimaryKeyString()).GetAsync(cancellationToken);
}
