using Amazon.CostExplorer;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>One question of each kind.</summary>
internal sealed class RecommendationsProbe : IDatasetProbe
{
    public static readonly RecommendationsProbe Instance = new();

    private const string Ec2 = "Amazon Elastic Compute Cloud - Compute";

    public string Request => "AWS's recommendations for compute";

    public decimal PriceUsd => 2 * AwsApi.CostExplorer.PriceUsd;

    public async Task<AwsAnswer<ProbeAnswer>> AskAsync(
        DateOnly today, IAccountConnection connection, CancellationToken cancellationToken)
    {
        const int Page = 1;
        var reader = new RecommendationsReader(Page, connection);
        var plans = CommitmentProbes.Of(
            await reader.ReadPlansAsync(SupportedSavingsPlansType.COMPUTE_SP, cancellationToken));
        return plans.Succeeded
            ? CommitmentProbes.Of(await reader.ReadReservationsAsync(Ec2, cancellationToken))
            : plans;
    }
}
