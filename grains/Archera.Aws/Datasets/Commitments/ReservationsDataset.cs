using System.Collections.Immutable;
using Archera.Aws.Calls;
using Archera.Aws.Costs;
using Archera.Aws.Sessions;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>An organization's reservations, service by service: what they covered, how they were used, which there
/// are.</summary>
public sealed class ReservationsDataset(IOptions<CommitmentOptions> options) : IDataset
{
    public DatasetName Name => CommitmentDatasets.Reservations;

    public IReadOnlyList<string> Actions { get; } =
        ["ce:GetCostAndUsage", "ce:GetReservationCoverage", "ce:GetReservationUtilization"];

    public IDatasetProbe Probe => ReservationsProbe.Instance;

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
        var readers = options.Value.Services
            .Select(service => new ReservationsReader(service, read.Days, options.Value.MaxPages, connection))
            .ToArray();
        foreach (var reader in readers)
        {
            if (await reader.ReadAsync(cancellationToken) is { } failure)
                return failure;
        }

        if (await ExplainAsync(read.Days, readers, connection, cancellationToken) is { } unexplained)
            return unexplained;
        var days = ImmutableArray.CreateBuilder<DatasetPartition>();
        foreach (var day in read.Days.Days())
        {
            if (readers.Select(reader => reader.WhyNotTold(day)).FirstOrDefault(why => why is not null) is { } notTold)
                return days.Count == 0 ? notTold : Answer(days);
            days.Add(Partition(day, [.. readers.Select(reader => reader.On(day))]));
        }

        return Answer(days);
    }

    private static AwsAnswer<DatasetReading> Answer(ImmutableArray<DatasetPartition>.Builder days) =>
        new() { Value = new DatasetReading(days.ToImmutable()) };

    private static DatasetPartition Partition(DateOnly day, CommitmentDay[] services)
    {
        var content = new CommitmentDay(
            [.. services.SelectMany(each => each.Lines)], [.. services.SelectMany(each => each.Items)]);
        return new DatasetPartition(
            day,
            Estimated: false,
            CommitmentCodec.SchemaVersion,
            CommitmentCodec.Encode(content),
            content.Lines.Length + content.Items.Length);
    }

    /// <summary>
    /// One question to the bill serves all services. It is asked whether or not a day is missing: a permission that is
    /// needed now and then is a fault now and then.
    /// </summary>
    private async Task<AwsFailure?> ExplainAsync(
        DatePeriod days,
        ReservationsReader[] readers,
        IAccountConnection connection,
        CancellationToken cancellationToken)
    {
        var bill = new BilledCommitments(BilledCommitments.WindowOf(days));
        var failure = await bill.ReadAsync(
            ReservationsReader.RecordTypes, options.Value.MaxPages, connection, cancellationToken);
        if (failure is null)
            Array.ForEach(readers, reader => reader.Explain(bill));
        return failure;
    }
}
