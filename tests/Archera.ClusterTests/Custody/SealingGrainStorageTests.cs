using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Archera.ClusterTests.Fixture;
using Archera.Contracts.Refresh;
using Archera.Grains.Custody;
using Archera.Grains.Reports;
using Archera.Grains.Storage;
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
    public async Task Names_and_sets_aside_a_day_with_any_one_bit_wrong_and_lets_it_be_read_again()
    {
        var storage = await OpenAsync();
        await WriteAsync(storage);
        var whole = _below.Records(Name).Values.Single();

        for (var bit = 0; bit < 8 * whole.Length; bit++)
        {
            byte[] flipped = [.. whole];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            _below.Damage(Name, _ => flipped);

            (await ReadAsync(storage)).IsDamaged.ShouldBeTrue($"bit {bit}");

            _below.Records(SealingGrainStorage.QuarantinePrefix).Values.ShouldHaveSingleItem()
                .ShouldBe(flipped, $"bit {bit}");
            var read = new GrainState<DayRecord>(new DayRecord());
            await storage.ReadStateAsync(Name, Report, read);
            read.State = Day;
            await storage.WriteStateAsync(Name, Report, read);
            (await ReadAsync(storage)).ShouldBe(Day, $"bit {bit}");
            _below.Lose(SealingGrainStorage.QuarantinePrefix);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaves_alone_what_a_newer_program_wrote(bool underAKnownKey)
    {
        var chain = await _place.ChainAsync();
        var storage = Over(chain);
        await WriteAsync(storage);
        var key = await chain.CurrentAsync(KeyScope.Of(Report), TestContext.Current.CancellationToken);
        var newer = NewerBytes(underAKnownKey ? key : DataKey.New());
        _below.Damage(Name, _ => newer);

        await Should.ThrowAsync<UnknownStateException>(() => ReadAsync(storage));

        _below.Records(Name).Values.ShouldHaveSingleItem().ShouldBe(newer);
        _below.Records(SealingGrainStorage.QuarantinePrefix).ShouldBeEmpty();
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

    /// <summary>The form of today in all but its version, which is authenticated too.</summary>
    private static byte[] NewerBytes(DataKey key)
    {
        var bytes = SealedBytes.Seal(key, SealContext.OfRecord(Name, Report), [1, 2, 3]);
        bytes[4] = SealedBytes.Version + 1;
        using var aes = new AesGcm(key.Material, 16);
        byte[] authenticated = [.. bytes.AsSpan(0, 34), .. SealContext.OfRecord(Name, Report).Bytes];
        aes.Encrypt(bytes.AsSpan(22, 12), [1, 2, 3], bytes.AsSpan(34, 3), bytes.AsSpan(37), authenticated);
        return bytes;
    }

    private static Task WriteAsync(SealingGrainStorage storage) =>
        storage.WriteStateAsync(Name, Report, new GrainState<DayRecord>(Day));

    private static async Task<DayRecord> ReadAsync(SealingGrainStorage storage)
    {
        var read = new GrainState<DayRecord>(new DayRecord());
        await storage.ReadStateAsync(Name, Report, read);
        return read.State!;
    }
}
