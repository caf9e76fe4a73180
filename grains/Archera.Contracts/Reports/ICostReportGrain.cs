using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Orleans.Concurrency;

namespace Archera.Contracts.Reports;

/// <summary>
/// One payer account's month of costs. Key: <c>aws:123456789012/yyyy-MM</c>; usage aggregates arrive on its stream.
/// </summary>
[Alias("archera.ICostReportGrain")]
public interface ICostReportGrain : IGrainWithStringKey
{
    /// <summary>
    /// Stores a whole aggregate handed over directly, after its stream delivery was not acknowledged in time. The
    /// return is the acknowledgement: this stamp or a newer one is stored.
    /// </summary>
    [Alias("Store")]
    Task StoreAsync(UsageAggregate whole, CancellationToken cancellationToken);

    [Alias("Query"), AlwaysInterleave, ResponseTimeout("00:00:10")]
    Task<CostReportSlice> QueryAsync(CostReportQuery query, CancellationToken cancellationToken);

    /// <summary>The sums at two moments, and what changed between them.</summary>
    [Alias("QueryChanges"), AlwaysInterleave, ResponseTimeout("00:00:10")]
    Task<MonthChangesSlice> QueryChangesAsync(MonthChangesQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// What the newest rows of each stored day add up to. A day that is not there or can't be shown is left out.
    /// </summary>
    [Alias("Sum"), AlwaysInterleave, ResponseTimeout("00:00:30")]
    Task<ImmutableArray<CostDaySums>> SumAsync(
        ImmutableArray<DatasetName> datasets, DatePeriod days, CancellationToken cancellationToken);

    /// <summary>
    /// The account is being offboarded: what is in memory of its days goes, on this silo also what is decoded of
    /// others'. Their records are deleted in the storage.
    /// </summary>
    [Alias("Forget")]
    Task ForgetAsync(CancellationToken cancellationToken);

    static string KeyOf(PayerAccountKey payer, YearMonth month) => $"{payer}/{month}";
}
