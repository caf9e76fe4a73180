using System.Collections.Immutable;
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
    /// <summary>Connects a payer whose stack set gave these linked accounts their role.</summary>
    public static async Task<(TenantId Tenant, PayerAccountKey Payer)> ConnectAsync(
        this TestFleet fleet, PayerAccountKey payer, ImmutableArray<AwsAccountId> withRole, Action? before = null)
    {
        var tenant = await fleet.CreateTenantAsync("Linked");
        await fleet.ClaimAsync(tenant, payer);
        var claim = (await fleet.Account(payer).GetAsync(tenant, default))!;
        foreach (var member in withRole)
            fleet.PutRole($"arn:aws:iam::{member}:role/Archera", claim.ExternalId);
        before?.Invoke();
        await fleet.VerifyAsync(tenant, payer);
        await fleet.EndAsync(tenant, new OperationId(payer, 1));
        return (tenant, payer);
    }

    /// <summary>The accounts of an organization, its payer among them.</summary>
    public static ImmutableArray<AwsAccountId> Members(this TestFleet fleet, int index) =>
        [.. fleet.Aws.World.Organizations[index].Accounts.Select(account => AwsAccountId.Parse(account.Id))];

    /// <summary>The tenant's machines once something was read, or late, that makes them as wanted.</summary>
    public static Task<MachineReport> MachinesAsync(
        this TestFleet fleet, TenantId tenant, MachineQuery query, Predicate<MachineReport> isWanted) => ReadAsync(
        fleet,
        async () =>
            (await fleet.Grains.GetGrain<ITenantViewGrain>(tenant.Value).GetMachinesAsync(query, default)).Value!,
        isWanted,
        report => string.Join("; ", report.Completeness.Late));

    /// <summary>The use of the tenant's machines once something was read, or late, that makes it as wanted.</summary>
    public static Task<UtilizationReport> UtilizationAsync(
        this TestFleet fleet, TenantId tenant, UtilizationQuery query, Predicate<UtilizationReport> isWanted) =>
        ReadAsync(
            fleet,
            async () =>
                (await fleet.Grains.GetGrain<ITenantViewGrain>(tenant.Value).GetUtilizationAsync(query, default))
                    .Value!,
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
