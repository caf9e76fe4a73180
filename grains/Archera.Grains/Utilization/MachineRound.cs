using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;
using Archera.Grains.Reports;
using Archera.Grains.Tenants;

namespace Archera.Grains.Utilization;

/// <summary>
/// One question about machines on its way through a tenant's linked accounts. Whatever does not answer is late by name.
/// </summary>
public sealed class MachineRound(
    MachineQuery query,
    TenantProfile tenant,
    DateOnly today,
    IGrainFactory grains,
    ReportOptions options,
    TimeProvider time,
    ILogger logger)
{
    private static readonly DatasetName Machines = DatasetName.Parse("Machines");

    /// <summary>The day that the answer was not expected to have yet.</summary>
    private DateOnly Today => query.AsOf is { } asOf && asOf < today ? asOf : today;

    public async Task<Answer<MachineReport>> AskAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.AnswerWithin, time);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var free = new SemaphoreSlim(options.FanOut);
        var payers = await AllAsync(
            tenant.PayerAccounts.Where(query.Keeps), payer => AskPayerAsync(payer, waiting.Token), free);
        var linked = await AllAsync(
            payers.SelectMany(payer => payer.Members), member => AskLinkedAsync(member, waiting.Token), free);
        cancellationToken.ThrowIfCancellationRequested();
        var rows = linked.SelectMany(answer => answer.Rows)
            .OrderBy(row => row.Account.ToString(), StringComparer.Ordinal)
            .ThenBy(row => row.Newest.Region.Name, StringComparer.Ordinal)
            .ThenBy(row => row.Newest.InstanceId, StringComparer.Ordinal)
            .Take(MachineQuery.MaxMachines + 1)
            .ToImmutableArray();
        if (rows.Length > MachineQuery.MaxMachines)
        {
            return new Refusal(
                RefusalCodes.TooManyRows,
                $"The answer has more than {MachineQuery.MaxMachines} machines. Ask for fewer accounts.");
        }

        var answers = payers.Select(payer => payer.Silence).OfType<AccountAnswer>()
            .Concat(linked.Select(answer => answer.Answer));
        return new MachineReport(rows, CompletenessMerge.Merge(answers, Machines, query.AsOf is not null),
            [
                .. linked.SelectMany(answer => answer.Regions)
                    .OrderBy(region => region.Account.ToString(), StringComparer.Ordinal)
                    .ThenBy(region => region.Unseen.Region.Name, StringComparer.Ordinal),
            ]);
    }

    private static async Task<IReadOnlyList<TOut>> AllAsync<TIn, TOut>(
        IEnumerable<TIn> each, Func<TIn, Task<TOut>> ask, SemaphoreSlim free)
    {
        return await Task.WhenAll(each.ToArray().Select(AskWhenFreeAsync));

        async Task<TOut> AskWhenFreeAsync(TIn one)
        {
            await free.WaitAsync(CancellationToken.None); // Those before it have given up by then, too.
            try
            {
                return await ask(one);
            }
            finally
            {
                free.Release();
            }
        }
    }

    private async Task<(ImmutableArray<Member> Members, AccountAnswer? Silence)> AskPayerAsync(
        PayerAccountKey payer, CancellationToken waiting)
    {
        try
        {
            waiting.ThrowIfCancellationRequested();
            var listed = await grains.GetGrain<IPayerOfLinkedAccountsGrain>(payer.ToString())
                .ListLinkedAsync(tenant.Id, waiting).WaitAsync(waiting);
            return listed switch
            {
                null => ([], null),
                { IsEmpty: true } => ([], Silent(payer, null) with
                {
                    Silence = "Its list of linked accounts was not read yet. Ask again in some minutes.",
                    SilenceReason = Refresh.LateReason.Pending,
                }),
                { } accounts => (
                    [
                        .. accounts.Where(account => query.Keeps(account.Id))
                            .Select(account => new Member(new AccountKey(payer, account.Id), account.LeftAt)),
                    ],
                    null),
            };
        }
        catch (Exception exception)
        {
            ViewLog.Silent(logger, exception, "The account", payer);
            return ([], Silent(payer, null));
        }
    }

    private async Task<LinkedAnswer> AskLinkedAsync(
        Member member, CancellationToken waiting)
    {
        var account = member.Account;
        try
        {
            waiting.ThrowIfCancellationRequested();
            var status = await grains.GetGrain<ILinkedAccountGrain>(account.ToString())
                .GetReadStatusAsync(Machines, query.Period, waiting).WaitAsync(waiting);
            if (status.Standing != ReadStanding.Owned && member.LeftAt is not null)
                return new LinkedAnswer([], [], NeverSeen(account));
            if (status.Standing != ReadStanding.Owned)
            {
                return new LinkedAnswer([], [], Silent(account.Payer, account.Linked) with
                {
                    Silence = "It was not looked at yet. Ask again in some minutes.",
                    SilenceReason = Refresh.LateReason.Pending,
                });
            }

            var slices = await Task.WhenAll(query.Period.ByMonth().Select(part => grains
                .GetGrain<IUtilizationReportGrain>(IUtilizationReportGrain.KeyOf(account, part.Month))
                .GetMachinesAsync(part.Days, query.Before, waiting).WaitAsync(waiting)));
            var newest = slices.LastOrDefault(slice => slice.Received.Length > 0);
            return new LinkedAnswer(
                RowsOf(account, slices.SelectMany(slice => slice.Machines)),
                newest is null ? [] : [.. newest.Regions.Select(region => new MachineRegion(account, region))],
                new AccountAnswer(
                    account.Payer,
                    query.Period.Intersect(new DatePeriod(status.FirstDay, member.EndOf(Today))),
                    [.. slices.SelectMany(slice => slice.Received)],
                    [.. slices.SelectMany(slice => slice.Unreadable)],
                    status.Late,
                    null)
                {
                    Linked = account.Linked,
                    Mode = ConnectionMode.Payer,
                });
        }
        catch (Exception exception)
        {
            ViewLog.Silent(logger, exception, "The linked account", account.Own);
            return new LinkedAnswer([], [], Silent(account.Payer, account.Linked));
        }
    }

    private static IReadOnlyList<MachineRow> RowsOf(AccountKey account, IEnumerable<MachineDayRow> days) =>
    [
        .. days.GroupBy(day => (day.Region, day.InstanceId)).Select(machine => new MachineRow(
            account,
            machine.MaxBy(day => day.Day)!,
            machine.Aggregate(TimeSpan.Zero, (sum, day) => sum + day.Up),
            machine.Aggregate(TimeSpan.Zero, (sum, day) => sum + day.AtMost))),
    ];

    /// <summary>A linked account, and when it left.</summary>
    private sealed record Member(AccountKey Account, DateTimeOffset? LeftAt)
    {
        /// <summary>Nothing is expected of an account from the day on that it left.</summary>
        public DateOnly EndOf(DateOnly today) => LeftAt is { } left
            && DateOnly.FromDateTime(left.UtcDateTime) is var day && day < today ? day : today;
    }

    private sealed record LinkedAnswer(
        IReadOnlyList<MachineRow> Rows, IReadOnlyList<MachineRegion> Regions, AccountAnswer Answer);

    /// <summary>It left before it was looked at: nothing is expected of it.</summary>
    private static AccountAnswer NeverSeen(AccountKey account) =>
        new(account.Payer, default, [], [], [], null) { Linked = account.Linked, IsExpected = false };

    private AccountAnswer Silent(PayerAccountKey payer, AwsAccountId? linked) => new(
        payer,
        query.Period.Intersect(new DatePeriod(DateOnly.MinValue, Today)),
        [],
        [],
        [],
        "The account did not answer. Ask again.")
    {
        Linked = linked,
    };
}
