using System.Collections.Immutable;
using Archera.Aws.Calls;
using Archera.Aws.Costs;
using Archera.Aws.Sessions;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>An organization's Savings Plans: by day what they covered and how they were used, and which.</summary>
public sealed class SavingsPlansDataset(IOptions<CommitmentOptions> options) : IDataset
{
    public DatasetName Name => CommitmentDatasets.SavingsPlans;

    public IReadOnlyList<string> Actions { get; } =
    [
        "ce:GetCostAndUsage",
        "ce:GetSavingsPlansCoverage",
        "ce:GetSavingsPlansUtilization",
        "ce:GetSavingsPlansUtilizationDetails",
        "savingsplans:DescribeSavingsPlans",
    ];

    public IDatasetProbe Probe => SavingsPlansProbe.Instance;

    public TimeSpan Freshness => options.Value.Freshness;

    public DatasetKeeping Keeping => DatasetKeeping.DailyReport;

    public DatasetPlace Place => DatasetPlace.Payer;

    public IReadOnlyList<CostDimension> Dimensions => [];

    public IReadOnlyList<PlannedRead> Plan(DatasetPlanRequest request) =>
        CostWindow.Plan(Name, request, Freshness, options.Value.TrailingDays);

    /// <summary>
    /// The days up to the first that Cost Explorer does not tell: the others are another read, which says why.
    /// </summary>
    public async Task<AwsAnswer<DatasetReading>> ReadAsync(
        PlannedRead read, IAccountConnection connection, CancellationToken cancellationToken)
    {
        var reader = new SavingsPlansReader(read.Days, options.Value.MaxPages, connection);
        if (await reader.ReadAsync(cancellationToken) is { } failure)
            return failure;
        var days = ImmutableArray.CreateBuilder<DatasetPartition>();
        foreach (var day in read.Days.Days())
        {
            if (reader.WhyNotTold(day) is { } notTold)
                return days.Count == 0 ? notTold : Answer(days);
            days.Add(Partition(day, reader.On(day)));
        }

        return Answer(days);
    }

    private static AwsAnswer<DatasetReading> Answer(ImmutableArray<DatasetPartition>.Builder days) =>
        new() { Value = new DatasetReading(days.ToImmutable()) };

    private static DatasetPartition Partition(DateOnly day, CommitmentDay content) => new(
        day,
        Estimated: false,
        CommitmentCodec.SchemaVersion,
        CommitmentCodec.Encode(content),
        content.Lines.Length + content.Items.Length);
}
