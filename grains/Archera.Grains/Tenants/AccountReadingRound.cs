using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Reports;

namespace Archera.Grains.Tenants;

/// <summary>Asks linked accounts how far they have come with what is read in each of them.</summary>
/// <param name="datasets">Those that are read in linked accounts.</param>
public sealed class AccountReadingRound(
    ImmutableArray<DatasetName> datasets,
    DateOnly today,
    DateTimeOffset now,
    IGrainFactory grains,
    ReportOptions options,
    TimeProvider time,
    ILogger logger)
{
    /// <summary>Yesterday, which is to be whole, and what was read of today.</summary>
    private DatePeriod Days => new(today.AddDays(-1), today.AddDays(1));

    public async Task<ImmutableArray<AccountReading>> AskAsync(
        ImmutableArray<AccountKey> accounts, CancellationToken cancellationToken)
    {
        using var fanOut = new FanOut(options, time, cancellationToken);
        return [.. await fanOut.AllAsync(accounts, AskAsync)];
    }

    private async Task<AccountReading> AskAsync(AccountKey account, CancellationToken waiting)
    {
        try
        {
            waiting.ThrowIfCancellationRequested();
            var linked = grains.GetGrain<ILinkedAccountGrain>(account.ToString());
            var statuses = await Task.WhenAll(datasets.Select(async dataset => (
                Dataset: dataset,
                Status: await linked.GetReadStatusAsync(dataset, Days, waiting).WaitAsync(waiting))));
            return new AccountReading(
                account,
                statuses.All(each => each.Status.Standing == ReadStanding.Owned),
                [.. statuses.SelectMany(each => each.Status.Late.Select(late => Late(account, each.Dataset, late)))]);
        }
        catch (Exception exception)
        {
            ViewLog.Silent(logger, exception, "The linked account", account.Own);
            return new AccountReading(account, IsRead: false, [Silent(account)]);
        }
    }

    private static LateAccount Late(AccountKey account, DatasetName dataset, LateRead late) =>
        new(account.ToString(), dataset, late.Since, late.Reason, late.Detail, late.NextTryAt);

    private LateAccount Silent(AccountKey account) => new(
        account.ToString(),
        datasets[0],
        now,
        CompletenessMerge.Unknown,
        "The account did not answer. Ask again.",
        null);
}
