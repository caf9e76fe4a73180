using System.Collections.Immutable;
using Amazon.EC2.Model;
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
    private const string ListRegions = "DescribeRegions";
    private const string NotOptedIn = "not-opted-in";

    public DatasetName Name { get; } = DatasetName.Parse("Machines");

    public IReadOnlyList<string> Actions { get; } = ["ec2:DescribeInstances", "ec2:DescribeRegions"];

    public IDatasetProbe Probe => MachinesProbe.Instance;

    public TimeSpan Freshness => options.Value.Freshness;

    public DatasetKeeping Keeping => DatasetKeeping.Observed;

    public DatasetPlace Place => DatasetPlace.LinkedAccount;

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
        var home = AwsRegion.Parse(AwsRegions.Of(AwsApi.Ec2, connection.Account.Partition)!);
        var listed = await connection.Ec2Async(
            home,
            (client, token) => client.DescribeRegionsAsync(new DescribeRegionsRequest { AllRegions = true }, token),
            ListRegions,
            cancellationToken);
        if (!listed.Succeeded)
            return listed.Failure;
        try
        {
            var regions = RegionsOf(listed.Value);
            var reader = new RegionReader(connection, options.Value);
            var seen = ImmutableArray.CreateBuilder<RegionSighting>();
            foreach (var (region, isIn) in regions)
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
        catch (UnreadableAnswerException exception)
        {
            return exception.ToFailure(connection.Account, ListRegions, listed.RequestId);
        }
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

    /// <exception cref="UnreadableAnswerException">A Region can't be read, or none is listed.</exception>
    private static IReadOnlyList<(AwsRegion Region, bool IsIn)> RegionsOf(DescribeRegionsResponse response)
    {
        var regions = new SortedDictionary<string, (AwsRegion, bool)>(StringComparer.Ordinal);
        foreach (var listed in response.Regions ?? [])
        {
            if (!AwsRegion.TryParse(listed.RegionName, out var region))
                throw new UnreadableAnswerException("a Region has no name that can be one");
            if (!regions.TryAdd(region.Name, (region, listed.OptInStatus != NotOptedIn)))
                throw new UnreadableAnswerException($"Region {region} came twice");
        }

        return regions.Count > 0
            ? [.. regions.Values]
            : throw new UnreadableAnswerException("it lists no Region at all");
    }
}
