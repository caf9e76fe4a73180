using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Orleans.Concurrency;

namespace Archera.Contracts.Reports;

/// <summary>
/// One linked account's month of machines and their use. Key: <c>aws:111122223333/444455556666/yyyy-MM</c>; aggregates
/// arrive on its stream.
/// </summary>
[Alias("archera.IUtilizationReportGrain")]
public interface IUtilizationReportGrain : IGrainWithStringKey
{
    /// <summary>As <see cref="ICostReportGrain.StoreAsync"/>.</summary>
    [Alias("Store")]
    Task StoreAsync(UsageAggregate whole, CancellationToken cancellationToken);

    /// <param name="before">As it was stored before that moment, the end of a UTC day; null: as it is now.</param>
    [Alias("GetMachines"), AlwaysInterleave, ResponseTimeout("00:00:10")]
    Task<MachineSlice> GetMachinesAsync(
        DatePeriod days, DateTimeOffset? before, CancellationToken cancellationToken);

    /// <summary>How machines were used on the query's days that are in the month.</summary>
    [Alias("GetUtilization"), AlwaysInterleave, ResponseTimeout("00:00:10")]
    Task<UtilizationSlice> GetUtilizationAsync(UtilizationQuery query, CancellationToken cancellationToken);

    /// <summary>The payer is being offboarded: what is in memory goes.</summary>
    [Alias("Forget")]
    Task ForgetAsync(CancellationToken cancellationToken);

    static string KeyOf(AccountKey account, YearMonth month) => $"{account}/{month}";
}
