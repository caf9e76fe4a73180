using Archera.ClusterTests.Fixture;
using Archera.Grains.Accounts;
using Archera.Grains.Events;
using Archera.Grains.Reports;
using Archera.Grains.Storage;
using Archera.Grains.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Archera.ClusterTests.Custody;

/// <summary>The records that a connected account leaves behind, with one bit of one of them wrong.</summary>
public sealed class FlippedBitTests
{
    /// <summary>One at least of what each key seals.</summary>
    private static readonly Dictionary<string, Func<IGrainStorage, string, Task<bool>>> Kinds = new()
    {
        ["cost"] = IsServedAsync<DayRecord>,
        ["payer-account"] = IsServedAsync<PayerAccountState>,
        ["tenant"] = IsServedAsync<TenantState>,
        ["tenant-index"] = IsServedAsync<TenantIndexState>,
        ["tenant-events"] = IsServedAsync<TenantEventsState>,
    };

    [Fact]
    public async Task Is_detected_in_any_stored_record_and_never_served()
    {
        await using var fleet = await TestFleet.StartAsync();
        await fleet.OnboardAsync(fleet.Payer(0));
        var storage = fleet.Cluster.Silos[0].ServiceProvider.GetRequiredKeyedService<IGrainStorage>("Default");
        var records = fleet.Storage.Records("").Where(record => Kinds.ContainsKey(KindOf(record.Key))).ToArray();
        records.Select(record => KindOf(record.Key)).Distinct().Order().ShouldBe(Kinds.Keys.Order());

        var random = new Random(4);
        for (var flip = 0; flip < 100; flip++)
        {
            var (key, whole) = records[random.Next(records.Length)];
            var bit = random.Next(whole.Length * 8);
            fleet.Storage.Damage(key, bytes => Flip(bytes, bit));

            (await Kinds[KindOf(key)](storage, key)).ShouldBeFalse($"bit {bit} of {key}");

            fleet.Storage.Damage(key, bytes => Flip(bytes, bit));
            (await Kinds[KindOf(key)](storage, key)).ShouldBeTrue(key);
        }
    }

    private static async Task<bool> IsServedAsync<T>(IGrainStorage storage, string record)
        where T : class, new()
    {
        var read = new GrainState<T>(new T());
        try
        {
            await storage.ReadStateAsync(NameOf(record), GrainId.Parse(record[(NameOf(record).Length + 1)..]), read);
            return read is { RecordExists: true, State: not IReplaceableState { IsDamaged: true } };
        }
        catch (StateRefusedException)
        {
            return false;
        }
    }

    private static string NameOf(string record) => record[..record.IndexOf('|', StringComparison.Ordinal)];

    private static string KindOf(string record) =>
        NameOf(record) is var name && name.StartsWith("cost-", StringComparison.Ordinal) ? "cost" : name;

    private static byte[] Flip(byte[] bytes, int bit)
    {
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return bytes;
    }
}
