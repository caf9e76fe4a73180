using Archera.ClusterTests.Fixture;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Refresh;

namespace Archera.ClusterTests.Reports;

public sealed class DamagedDayTests
{
    private static readonly Func<byte[], byte[]> FlipABit = bytes =>
    {
        bytes[bytes.Length * 3 / 4] ^= 1;
        return bytes;
    };

    public static TheoryData<string> Damages => ["flipped bit", "truncated", "empty", "foreign"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Is_named_never_served_and_read_again_at_once(string damage)
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var day = fleet.Today.AddDays(-3);
        fleet.Storage.Damage($"cost-CostByServiceAndAccount-{day:dd}", Damage(damage));
        await fleet.DeactivateReportsAsync(payer);

        var report = await fleet.CostsAsync(tenant);

        report.Completeness.DaysReceived.ShouldBe(TestFleet.HistoryDays - 1);
        report.Rows.ShouldNotContain(row => row.Period == day);
        report.Completeness.Late.ShouldHaveSingleItem().Reason.ShouldBe(LateReason.Damaged);
        var ended = await fleet.EndAsync(tenant, new OperationId(payer, 2));
        (ended.State, ended.Due).ShouldBe((OperationState.Succeeded, 1));
        await fleet.ShouldEqualTruthAsync(tenant, payer);
    }

    [Fact]
    public async Task That_is_damaged_once_more_waits_for_the_next_tick()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        await DamageAsync();
        await fleet.CostsAsync(tenant);
        await fleet.EndAsync(tenant, new OperationId(payer, 2));
        await DamageAsync();

        var asked = fleet.Calls.Ended(nameof(IPayerAccountGrain.ReadAgainAsync));
        await fleet.CostsAsync(tenant);
        await asked;

        var (third, cancel) = (new OperationId(payer, 3), TestContext.Current.CancellationToken);
        (await fleet.CostsAsync(tenant)).Completeness.Late.ShouldHaveSingleItem().Reason.ShouldBe(LateReason.Damaged);
        (await fleet.Account(payer).GetOperationAsync(tenant, third, cancel)).ShouldBeNull();
        await fleet.TickAsync(payer);
        (await fleet.EndAsync(tenant, third)).State.ShouldBe(OperationState.Succeeded);
        await fleet.ShouldEqualTruthAsync(tenant, payer);

        Task DamageAsync()
        {
            fleet.Storage.Damage($"cost-CostByServiceAndAccount-{fleet.Today.AddDays(-3):dd}", FlipABit);
            return fleet.DeactivateReportsAsync(payer);
        }
    }

    [Fact]
    public async Task Of_a_newer_program_is_named_and_left_as_it_is()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var name = $"cost-CostByServiceAndAccount-{fleet.Today.AddDays(-3):dd}";
        fleet.Storage.Damage(name, bytes => OfAnotherForm(bytes, 99));
        var stored = fleet.Storage.Records(name);
        await fleet.DeactivateReportsAsync(payer);

        var report = await fleet.CostsAsync(tenant);

        report.Completeness.DaysReceived.ShouldBe(TestFleet.HistoryDays - 1);
        report.Completeness.Late.ShouldHaveSingleItem().Reason.ShouldBe("unknown-version");
        var refreshed = await fleet.RefreshAsync(tenant, payer);
        (refreshed.State, refreshed.Late).ShouldBe((OperationState.Late, 1));
        var after = fleet.Storage.Records(name);
        after.Keys.ShouldBe(stored.Keys);
        after.Values.Single().ShouldBe(stored.Values.Single());

        fleet.Storage.Damage(name, bytes => OfAnotherForm(bytes, 1)); // As after the upgrade.
        await fleet.DeactivateReportsAsync(payer);
        await fleet.RefreshAsync(tenant, payer);
        await fleet.ShouldEqualTruthAsync(tenant, payer);
    }

    [Fact]
    public async Task That_is_gone_is_missing_by_name_and_read_again()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        fleet.Storage.Lose($"cost-CostByServiceAndAccount-{fleet.Today.AddDays(-3):dd}");
        await fleet.DeactivateReportsAsync(payer);

        var asked = fleet.Calls.Ended(nameof(IPayerAccountGrain.ReadAgainAsync));
        (await fleet.CostsAsync(tenant)).Completeness.Late.ShouldHaveSingleItem().Reason.ShouldBe("missing");
        await asked;
        await fleet.TickAsync(payer);

        await fleet.EndAsync(tenant, new OperationId(payer, 2));
        await fleet.ShouldEqualTruthAsync(tenant, payer);
    }

    private static Func<byte[], byte[]> Damage(string kind) => kind switch
    {
        "flipped bit" => FlipABit,
        "truncated" => bytes => bytes[..(bytes.Length / 2)],
        "empty" => _ => [],
        _ => bytes => [.. bytes.Reverse()],
    };

    /// <summary>A changed version alone is damage: another form has another tag too. Twice undoes it.</summary>
    private static byte[] OfAnotherForm(byte[] bytes, byte version)
    {
        bytes[4] = version;
        bytes[^1] ^= 0xFF;
        return bytes;
    }
}
