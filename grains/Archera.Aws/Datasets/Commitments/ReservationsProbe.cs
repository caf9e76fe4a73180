using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Time;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>Reads yesterday of EC2's reservations: every action is used.</summary>
internal sealed class ReservationsProbe : IDatasetProbe
{
    public static readonly ReservationsProbe Instance = new();

    private const string Ec2 = "Amazon Elastic Compute Cloud - Compute";

    public string Request => "the reservations of EC2 of one day";

    /// <summary>Coverage, utilization, the reservations themselves, and the bill.</summary>
    public decimal PriceUsd => 4 * AwsApi.CostExplorer.PriceUsd;

    public async Task<AwsAnswer<ProbeAnswer>> AskAsync(
        DateOnly today, IAccountConnection connection, CancellationToken cancellationToken)
    {
        const int Page = 1;
        var yesterday = DatePeriod.OfDay(today.AddDays(-1));
        var told = CommitmentProbes.Of(
            await new ReservationsReader(Ec2, yesterday, Page, connection).ReadAsync(cancellationToken));
        return told.Succeeded
            ? CommitmentProbes.Of(await new BilledCommitments(yesterday).ReadAsync(
                ReservationsReader.RecordTypes, Page, connection, cancellationToken))
            : told;
    }
}
