using System.Text;
using Archera.ClusterTests.Fixture;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Custody;
using Archera.Grains.Refresh;
using Archera.Grains.Storage;
using Archera.Silo.Custody;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;

namespace Archera.ClusterTests.Custody;

public sealed class SealedPartTests : IDisposable
{
    private const string Report = "aws:111122223333/2026-11";
    private const string Content = "Amazon Elastic Compute Cloud - Compute";

    private static readonly UsageAggregate Part = AggregateParts.Whole(
        new PartitionKey(
            PayerAccountKey.Parse("aws:111122223333"),
            DatasetName.Parse("CostByRecordType"),
            new DateOnly(2026, 11, 2)),
        new ReadStamp(3, 4),
        DateTimeOffset.UnixEpoch,
        estimated: true,
        schemaVersion: 1,
        Encoding.UTF8.GetBytes(Content));

    private readonly KeyPlace _place = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Opens_to_the_part_that_was_sent()
    {
        var keys = await KeysAsync();
        var way = await SealedPart.SealAsync(keys, Report, Part, Token);

        var opened = await SealedPart.OpenAsync(keys, Report, way, Token);

        opened.ContentHash.ShouldBe(Part.ContentHash);
        opened.Content.ShouldBe(Part.Content);
        AggregateParts.IsIntact(opened).ShouldBeTrue();
    }

    [Fact]
    public async Task Shows_neither_content_nor_its_hash_and_is_as_long_as_it_says()
    {
        var way = await SealedPart.SealAsync(await KeysAsync(), Report, Part, Token);

        way.ContentHash.ShouldBeEmpty();
        way.Content.AsSpan().IndexOf(Part.ContentHash).ShouldBe(-1);
        Encoding.UTF8.GetString(way.Content).ShouldNotContain("Amazon");
        way.Content.Length.ShouldBe(Part.Content.Length + SealedPart.OverheadBytes);
    }

    [Fact]
    public async Task Opens_with_nothing_about_it_changed_and_in_no_other_report()
    {
        var keys = await KeysAsync();
        var way = await SealedPart.SealAsync(keys, Report, Part, Token);
        UsageAggregate[] changed =
        [
            way with { Stamp = new ReadStamp(4, 4) },
            way with { Part = 2 },
            way with { Parts = 2 },
            way with { SchemaVersion = 2 },
            way with { ReadAt = Part.ReadAt.AddTicks(1) },
            way with { Estimated = false },
            way with { Partition = Part.Partition with { Day = new DateOnly(2026, 11, 3) } },
            way with { Partition = Part.Partition with { PayerAccount = PayerAccountKey.Parse("aws:444455556666") } },
            way with { Content = [.. way.Content.Reverse()] },
            way with { Content = [] },
            Part,
        ];

        foreach (var part in changed)
            await Should.ThrowAsync<StateRefusedException>(
                () => SealedPart.OpenAsync(keys, Report, part, Token).AsTask());
        await Should.ThrowAsync<StateRefusedException>(
            () => SealedPart.OpenAsync(keys, "aws:111122223333/2026-12", way, Token).AsTask());
    }

    [Fact]
    public async Task Is_dropped_and_counted_when_its_key_was_destroyed_on_the_way()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        await fleet.OnboardAsync(payer);
        var services = fleet.Cluster.Silos[0].ServiceProvider;
        var keys = services.GetRequiredService<IRecordKeys>();
        var report = ICostReportGrain.KeyOf(payer, YearMonth.Of(fleet.Today.AddDays(-1)));
        var partition = new PartitionKey(payer, Part.Partition.Dataset, fleet.Today.AddDays(-1));
        var late = await SealedPart.SealAsync(
            keys, report, Part with { Partition = partition, Stamp = new ReadStamp(1_000, 1) }, Token);
        using var drops = new EndedWork("archera.report.parts.dropped", of: fleet.Meters, outcome: "unopened");
        var dropped = drops.Next;

        (await keys.DestroyAsync(payer, Token)).ShouldHaveSingleItem();
        await services.GetRequiredKeyedService<IStreamProvider>(UsageAggregate.StreamProvider)
            .GetStream<UsageAggregate>(StreamId.Create(UsageAggregate.StreamNamespace, report)).OnNextAsync(late);

        await dropped.WaitAsync(TestFleet.Patience, Token);
    }

    private async Task<RecordKeys> KeysAsync() => new(await _place.ChainAsync());
}
