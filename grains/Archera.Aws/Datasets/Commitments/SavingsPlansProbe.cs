using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Time;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>Reads yesterday: every action is used, and who has no Savings Plans pays for less.</summary>
internal sealed class SavingsPlansProbe : IDatasetProbe
{
    public static readonly SavingsPlansProbe Instance = new();

    public string Request => "the Savings Plans of one day";

    /// <summary>Coverage, utilization, details, and the bill.</summary>
    public decimal PriceUsd => 4 * AwsApi.CostExplorer.PriceUsd;

    public async Task<AwsAnswer<ProbeAnswer>> AskAsync(
        DateOnly today, IAccountConnection connection, CancellationToken cancellationToken)
    {
        const int Page = 1;
        var reader = new SavingsPlansReader(DatePeriod.OfDay(today.AddDays(-1)), Page, connection);
        return CommitmentProbes.Of(await reader.ReadAsync(cancellationToken));
    }
}
