using System.Collections.Immutable;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Datasets.Machines;

/// <summary>The machines of an account in every Region that it is in: looked at every hour.</summary>
public sealed class MachinesDataset(IOptions<MachinesOptions> options, BillingClock clock) : IObservedDataset
{
    public DatasetName Name { get; } = DatasetName.Parse("Machines");

    public IReadOnlyList<string> Actions { get; } = ["ec2:DescribeInstances", "ec2:DescribeRegions"];

    public IDatasetProbe Probe => MachinesProbe.Instance;

    public TimeSpan Freshness => options.Value.Freshness;

    public DatasetKeeping Keeping => DatasetKeeping.Observed;

    public DatasetPlace Place => DatasetPlace.LinkedAccount;

    public bool ReadsToday => true;

    public IReadOnlyList<CostDimension> Dimensions => [];

    public IReadOnlyList<PlannedRead> Plan(DatasetPlanRequest request)
    {
        var isFresh = request.Late.Count == 0
            && request.Days.Values.Any(day => day.ReadAt + Freshness > request.Now);
        return isFresh && !request.Everything ? [] : [new PlannedRead(Name, DatePeriod.OfDay(request.Today))];
    }

    /// <remarks>
    /// A Region that can't be read does not keep the others from being read: what is missing is named in <see
    /// cref="Observation.Missing"/>.
    /// </remarks>
    public async Task<AwsAnswer<DatasetReading>> ReadAsync(
        PlannedRead read, IAccountConnection connection, CancellationToken cancellationToken)
    {
        var listed = await ListedRegions.ReadAsync(connection, cancellationToken);
        if (!listed.Succeeded)
            return listed.Failure;
        var reader = new RegionReader(connection, options.Value);
        var seen = ImmutableArray.CreateBuilder<RegionSighting>();
        foreach (var (region, isIn) in listed.Value.All)
        {
            seen.Add(isIn
                ? await reader.ReadAsync(region, clock.Now, cancellationToken)
                : new RegionSighting(region.Name, RegionStanding.NotOptedIn, null, []));
        }

        var snapshot = new MachineSnapshot(clock.Now, seen.ToImmutable());
        return new AwsAnswer<DatasetReading>
        {
            RequestId = listed.RequestId,
            Value = new DatasetReading(
            [
                new DatasetPartition(
                    read.Days.Start,
                    false,
                    MachineCodec.SchemaVersion,
                    MachineCodec.Encode(snapshot),
                    RowsOf(snapshot)),
            ]),
        };
    }

    /// <exception cref="InvalidDataException">What is kept, or what was read, is damaged.</exception>
    public Observation Observe(PayerAccountKey account, DatasetPartition? kept, DatasetPartition read)
    {
        var before = kept is null ? null : MachineCodec.DecodeSnapshot(kept.SchemaVersion, kept.Content);
        var now = MachineCodec.DecodeSnapshot(read.SchemaVersion, read.Content).After(before);
        return new Observation(
            read with { Content = MachineCodec.Encode(now), Rows = RowsOf(now) },
            [.. MachineObservation.Days(before, now).Select(day => new DatasetPartition(
                day.Day, false, MachineCodec.SchemaVersion, MachineCodec.Encode(day), day.Machines.Length))],
            MissingOf(account, now),
            now.MissingFrom);
    }

    private static AwsFailure? MissingOf(PayerAccountKey account, MachineSnapshot snapshot)
    {
        var missing = snapshot.Regions.Where(region => region.IsMissing).ToArray();
        return missing.Length == 0 ? null : new AwsFailure(
            missing[0].Reason!,
            FaultOf.Customer,
            CanRetry: true,
            missing[0].Standing.ToString(),
            $"Account {account}: the machines of {string.Join(", ", missing.Select(region => region.Region))}"
            + $" could not be read; the other Regions are. {missing[0].Detail}");
    }

    private static int RowsOf(MachineSnapshot snapshot) => snapshot.Regions.Sum(region => region.Machines.Length);
}
