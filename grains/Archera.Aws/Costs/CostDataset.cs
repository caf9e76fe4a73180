using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Costs;

/// <summary>What the daily cost datasets have in common; they differ by their name and their two dimensions.</summary>
public abstract class CostDataset(IOptions<CostReadOptions> options) : IDataset, IDatasetHistory
{
    public abstract DatasetName Name { get; }

    public abstract IReadOnlyList<CostDimension> Dimensions { get; }

    public IReadOnlyList<string> Actions { get; } = ["ce:GetCostAndUsage"];

    public IDatasetProbe Probe => CostProbe.Instance;

    public TimeSpan Freshness => options.Value.Freshness;

    public DatasetKeeping Keeping => DatasetKeeping.DailyReport;

    public virtual DatasetPlace Place => DatasetPlace.ConnectedAccount;

    public IDatasetHistory History => this;

    public decimal PagePriceUsd => AwsApi.CostExplorer.PriceUsd;

    public IReadOnlyList<PlannedRead> Plan(DatasetPlanRequest request) =>
        CostWindow.Plan(Name, request, Freshness, options.Value.TrailingDays);

    public Task<AwsAnswer<DatasetReading>> ReadAsync(
        PlannedRead read, IAccountConnection connection, CancellationToken cancellationToken) => CostReader.ReadAsync(
            read.Days, AwsNames, options.Value, connection, cancellationToken);

    public IAsyncEnumerable<AwsAnswer<DatasetReading>> ReadPagesAsync(
        PlannedRead read, IAccountConnection connection, CancellationToken cancellationToken) =>
        CostReader.ReadPagesAsync(read.Days, AwsNames, options.Value, connection, cancellationToken);

    private (string First, string Second) AwsNames => (AwsName(Dimensions[0]), AwsName(Dimensions[1]));

    private static string AwsName(CostDimension dimension) => dimension switch
    {
        CostDimension.Service => "SERVICE",
        CostDimension.LinkedAccount => "LINKED_ACCOUNT",
        CostDimension.RecordType => "RECORD_TYPE",
        CostDimension.Region => "REGION",
        CostDimension.UsageType => "USAGE_TYPE",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "No cost dataset has it."),
    };
}
