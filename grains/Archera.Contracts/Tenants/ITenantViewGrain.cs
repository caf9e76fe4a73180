using System.Collections.Immutable;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Reports;

namespace Archera.Contracts.Tenants;

/// <summary>
/// A tenant's merged view over all its payer accounts: a stateless worker that asks the report grains and states
/// whether the answer is whole. Key: the tenant id.
/// </summary>
[Alias("archera.ITenantViewGrain")]
public interface ITenantViewGrain : IGrainWithStringKey
{
    /// <summary>
    /// Costs over all payer accounts in the filter. Refused with <see cref="RefusalCodes.UnsupportedGrouping"/> or
    /// <see cref="RefusalCodes.TooManyRows"/>. A grain that does not answer is late with reason <c>unknown</c>.
    /// </summary>
    [Alias("GetCosts")]
    Task<Answer<CostReport>> GetCostsAsync(CostQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// What changed between what was shown at two moments. Refused as costs are; a moment that is not known any more is
    /// late with reason <c>forgotten-revision</c>.
    /// </summary>
    [Alias("GetCostChanges")]
    Task<Answer<CostChanges>> GetCostChangesAsync(CostChangesQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// How the figures of a month compare with AWS's own totals, payer by payer. A grain that does not answer is late
    /// with reason <c>unknown</c>.
    /// </summary>
    [Alias("GetReconciliation")]
    Task<Answer<ReconciliationReport>> GetReconciliationAsync(
        ReconciliationQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// The accounts of the tenant's organizations, those that have left included. A payer that does not answer is late
    /// with reason <c>unknown</c>.
    /// </summary>
    [Alias("GetAccounts")]
    Task<Answer<AccountReport>> GetAccountsAsync(AccountQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// How these linked accounts are read, in the order asked; those of payers that are not the tenant's are left out.
    /// </summary>
    [Alias("GetReadings")]
    Task<ImmutableArray<AccountReading>> GetReadingsAsync(
        ImmutableArray<AccountKey> accounts, CancellationToken cancellationToken);

    /// <summary>
    /// Machines of all linked accounts in the filter. Refused with <see cref="RefusalCodes.TooManyRows"/>. An account
    /// that does not answer is late with reason <c>unknown</c>.
    /// </summary>
    [Alias("GetMachines")]
    Task<Answer<MachineReport>> GetMachinesAsync(MachineQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Savings Plans and reservations over all payer accounts in the filter. Refused with
    /// <see cref="RefusalCodes.TooManyRows"/> or <see cref="RefusalCodes.InexactSum"/>. A grain that does not answer is
    /// late with reason <c>unknown</c>.
    /// </summary>
    [Alias("GetCommitments")]
    Task<Answer<CommitmentReport>> GetCommitmentsAsync(CommitmentQuery query, CancellationToken cancellationToken);

    /// <summary>How machines of all linked accounts in the filter are used; refused and late as machines are.</summary>
    [Alias("GetUtilization")]
    Task<Answer<UtilizationReport>> GetUtilizationAsync(UtilizationQuery query, CancellationToken cancellationToken);

    /// <summary>What AWS recommends the payer accounts in the filter to buy.</summary>
    [Alias("GetRecommendations")]
    Task<Answer<RecommendationReport>> GetRecommendationsAsync(
        RecommendationQuery query, CancellationToken cancellationToken);
}
