using System.Diagnostics.Metrics;
using Archera.ClusterTests.Fixture;
using Archera.Contracts.Refresh;
using Archera.Grains.Custody;
using Archera.Grains.Reports;
using Archera.Silo.Custody;
using Archera.Silo.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Serialization;

namespace Archera.ClusterTests.Custody;

public sealed class SealingGrainStorageTests : IDisposable
{
    private const string Name = "cost-CostByRecordType-01";

    private static readonly GrainId Report = GrainId.Create("costreport", "aws:111122223333/2026-11");
    private static readonly DayRecord Day = new() { Stamp = new ReadStamp(7, 7) };

    private readonly KeyPlace _place = new();
    private readonly SharedStorage _below = new();
    private readonly ServiceProvider _services =
        new ServiceCollection().AddSerializer().AddMetrics().BuildServiceProvider();

    public void Dispose()
    {
        _services.Dispose();
        _place.Dispose();
    }

    [Fact]
    public async Task Calls_nothing_damaged_while_the_key_store_does_not_answer()
    {
        await WriteAsync(await OpenAsync());
        var restarted = await OpenAsync();
        _place.Execute("ALTER TABLE document RENAME TO elsewhere");

        await Should.ThrowAsync<KeysUnavailableException>(() => ReadAsync(restarted));

        _below.Records(SealingGrainStorage.QuarantinePrefix).ShouldBeEmpty();
        _place.Execute("ALTER TABLE elsewhere RENAME TO document");
        (await ReadAsync(restarted)).ShouldBe(Day);
    }

    [Fact]
    public async Task Copies_a_damaged_day_aside_once_and_gives_it_as_damaged()
    {
        var storage = await OpenAsync();
        await WriteAsync(storage);
        _below.Damage(Name, bytes => bytes[..^1]);

        (await ReadAsync(storage)).IsDamaged.ShouldBeTrue();
        (await ReadAsync(storage)).IsDamaged.ShouldBeTrue();

        _below.Records(SealingGrainStorage.QuarantinePrefix).Values.ShouldHaveSingleItem()
            .ShouldBe(_below.Records(Name).Values.Single());
    }

    [Fact]
    public async Task Lets_nothing_replace_a_damaged_day_that_could_not_be_copied_aside()
    {
        var storage = await OpenAsync();
        await WriteAsync(storage);
        _below.Damage(Name, bytes => bytes[..^1]);
        _below.IsDown = name => name.StartsWith(SealingGrainStorage.QuarantinePrefix, StringComparison.Ordinal);

        await Should.ThrowAsync<IOException>(() => ReadAsync(storage));
    }

    [Fact]
    public async Task Serves_nothing_of_a_destroyed_key_and_seals_what_comes_after_under_another()
    {
        var chain = await _place.ChainAsync();
        var storage = Over(chain);
        await WriteAsync(storage);

        await chain.DestroyAsync(KeyScope.Of(Report), TestContext.Current.CancellationToken);

        (await ReadAsync(storage)).IsDamaged.ShouldBeTrue();
        _below.Lose(Name);
        await WriteAsync(storage);
        (await ReadAsync(storage)).ShouldBe(Day);
    }

    private async Task<SealingGrainStorage> OpenAsync() => Over(await _place.ChainAsync());

    private SealingGrainStorage Over(KeyChain keys) => new(
        _below.Door(),
        keys,
        new VersionedStateSerializer(_services.GetRequiredService<Serializer>()),
        new CustodyInstruments(_services.GetRequiredService<IMeterFactory>()),
        NullLogger<SealingGrainStorage>.Instance);

    private static Task WriteAsync(SealingGrainStorage storage) =>
        storage.WriteStateAsync(Name, Report, new GrainState<DayRecord>(Day));

    private static async Task<DayRecord> ReadAsync(SealingGrainStorage storage)
    {
        var read = new GrainState<DayRecord>(new DayRecord());
        await storage.ReadStateAsync(Name, Report, read);
        return read.State!;
    }
}
