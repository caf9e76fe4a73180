using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;

namespace Archera.Grains.Refresh;

/// <summary>Which report a partition belongs to, and the stream that leads there.</summary>
public readonly record struct ReportAddress(string StreamNamespace, string Key)
{
    public static ReportAddress Of(PartitionKey partition)
    {
        var month = YearMonth.Of(partition.Day);
        return partition.LinkedAccount is null
            ? new ReportAddress(
                UsageAggregate.StreamNamespace, ICostReportGrain.KeyOf(partition.PayerAccount, month))
            : new ReportAddress(
                UsageAggregate.LinkedStreamNamespace, IUtilizationReportGrain.KeyOf(partition.Account, month));
    }

    /// <summary>Hands a whole aggregate to its report directly.</summary>
    public static Task StoreAsync(IGrainFactory grains, UsageAggregate whole, CancellationToken cancellationToken)
    {
        var address = Of(whole.Partition);
        return whole.Partition.LinkedAccount is null
            ? grains.GetGrain<ICostReportGrain>(address.Key).StoreAsync(whole, cancellationToken)
            : grains.GetGrain<IUtilizationReportGrain>(address.Key).StoreAsync(whole, cancellationToken);
    }
}
