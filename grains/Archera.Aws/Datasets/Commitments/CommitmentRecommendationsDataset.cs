using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>What AWS recommends to buy, kept by the account itself: advice of today, without a history.</summary>
public sealed class CommitmentRecommendationsDataset(IOptions<CommitmentOptions> options) : IDataset
{
    public DatasetName Name => CommitmentDatasets.Recommendations;

    public IReadOnlyList<string> Actions { get; } =
        ["ce:GetReservationPurchaseRecommendation", "ce:GetSavingsPlansPurchaseRecommendation"];

    public IDatasetProbe Probe => RecommendationsProbe.Instance;

    public TimeSpan Freshness => options.Value.RecommendationFreshness;

    public DatasetKeeping Keeping => DatasetKeeping.WithAccount;

    public DatasetPlace Place => DatasetPlace.Payer;

    public IReadOnlyList<CostDimension> Dimensions => [];

    public IReadOnlyList<PlannedRead> Plan(DatasetPlanRequest request)
    {
        var fresh = request.Late.Count == 0 && request.Days.Values.Any(day => day.ReadAt + Freshness > request.Now);
        return fresh && !request.Everything ? [] : [new PlannedRead(Name, DatePeriod.OfDay(request.Today))];
    }

    public async Task<AwsAnswer<DatasetReading>> ReadAsync(
        PlannedRead read, IAccountConnection connection, CancellationToken cancellationToken)
    {
        var reader = new RecommendationsReader(options.Value.MaxPages, connection);
        if (await reader.ReadAsync(options.Value.Services, cancellationToken) is { } failure)
            return failure;
        var partition = new DatasetPartition(
            read.Days.Start,
            Estimated: false,
            RecommendationCodec.SchemaVersion,
            RecommendationCodec.Encode(reader.All),
            reader.All.Count);
        return new AwsAnswer<DatasetReading> { Value = new DatasetReading([partition]) };
    }
}
