using Archera.Contracts.Commitments;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;

namespace Archera.Grains.Refresh;

/// <summary>Which report a partition belongs to, and the stream that leads there.</summary>
public readonly record struct ReportAddress(string StreamNamespace, string Key)
{
    public static ReportAddress Of(PartitionKey partition)
    {
        var (payer, month) = (partition.PayerAccount, YearMonth.Of(partition.Day));
        if (partition.LinkedAccount is not null)
        {
            return new ReportAddress(
                UsageAggregate.LinkedStreamNamespace, IUtilizationReportGrain.KeyOf(partition.Account, month));
        }

        return IsCommitment(partition)
            ? new ReportAddress(
                UsageAggregate.CommitmentStreamNamespace, ICommitmentReportGrain.KeyOf(payer, month))
            : new ReportAddress(UsageAggregate.StreamNamespace, ICostReportGrain.KeyOf(payer, month));
    }

    /// <summary>Hands a whole aggregate to its report directly.</summary>
    public static Task StoreAsync(IGrainFactory grains, UsageAggregate whole, CancellationToken cancellationToken)
    {
        var key = Of(whole.Partition).Key;
        if (whole.Partition.LinkedAccount is not null)
            return grains.GetGrain<IUtilizationReportGrain>(key).StoreAsync(whole, cancellationToken);
        return IsCommitment(whole.Partition)
            ? grains.GetGrain<ICommitmentReportGrain>(key).StoreAsync(whole, cancellationToken)
            : grains.GetGrain<ICostReportGrain>(key).StoreAsync(whole, cancellationToken);
    }

    private static bool IsCommitment(PartitionKey partition) => CommitmentDatasets.Daily.Contains(partition.Dataset);
}
