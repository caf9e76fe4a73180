using Archera.ClusterTests.Fixture;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;

namespace Archera.ClusterTests.LinkedAccounts;

/// <summary>A fleet's linked accounts, which read by themselves.</summary>
internal static class LinkedFleet
{
    /// <summary>The tenant's machines once something was read, or late, that makes them as wanted.</summary>
    public static Task<MachineReport> MachinesAsync(
        this TestFleet fleet, TenantId tenant, MachineQuery query, Predicate<MachineReport> isWanted) => ReadAsync(
        fleet,
        async () =>
            (await fleet.Grains.GetGrain<ITenantViewGrain>(tenant.Value).GetMachinesAsync(query, default)).Value!,
        isWanted,
        report => string.Join("; ", report.Completeness.Late));

    /// <summary>The linked account could not be read today.</summary>
    public static Task<ReadStatus> LateAsync(this TestFleet fleet, AccountKey linked) => ReadAsync(
        fleet,
        () => fleet.Grains.GetGrain<ILinkedAccountGrain>(linked.ToString())
            .GetReadStatusAsync(DatasetName.Parse("Machines"), DatePeriod.OfDay(fleet.Today), default),
        status => !status.Late.IsDefaultOrEmpty,
        status => status.ToString());

    private static async Task<T> ReadAsync<T>(
        TestFleet fleet, Func<Task<T>> read, Predicate<T> isWanted, Func<T, string> words)
    {
        using var patience = new CancellationTokenSource(TestFleet.Patience);
        while (true)
        {
            var changed = fleet.Partitions.Next;
            var answer = await read();
            if (isWanted(answer))
                return answer;
            await changed.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            patience.Token.IsCancellationRequested.ShouldBeFalse(words(answer));
        }
    }

    /// <summary>A tick of the linked account's reminder.</summary>
    public static Task TickAsync(this TestFleet fleet, AccountKey linked) => fleet.Grains
        .GetGrain<ILinkedAccountGrain>(linked.ToString())
        .AsReference<IRemindable>()
        .ReceiveReminder("refresh", new TickStatus(default, TimeSpan.FromMinutes(10), default));
}
