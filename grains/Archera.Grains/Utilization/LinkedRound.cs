using System.Collections.Immutable;
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
/// One question on its way through a tenant's linked accounts, those that have left included. Whatever does not answer
/// is late by name, and so is a list of linked accounts that could not be read.
/// </summary>
/// <typeparam name="TRow">What a report answers with.</typeparam>
public sealed class LinkedRound<TRow>
{
    private static readonly DatasetName OfList = DatasetName.Parse("LinkedAccounts");

    private readonly LinkedQuestion _question;
    private readonly TenantProfile _tenant;
    private readonly IGrainFactory _grains;
    private readonly ReportOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly AccountInquiry _inquiry;

    public LinkedRound(
        LinkedQuestion question,
        TenantProfile tenant,
        IGrainFactory grains,
        ReportOptions options,
        TimeProvider time,
        ILogger logger)
    {
        (_question, _tenant, _grains, _options, _time, _logger) = (question, tenant, grains, options, time, logger);
        _inquiry = new AccountInquiry(grains, question.OfPayers(tenant.Id), logger);
    }

    /// <param name="ask">Asks one account's month for its days.</param>
    public async Task<LinkedAnswers<TRow>> AskAsync(
        Func<IUtilizationReportGrain, DatePeriod, CancellationToken, Task<LinkedSlice<TRow>>> ask,
        CancellationToken cancellationToken)
    {
        using var fanOut = new FanOut(_options, _time, cancellationToken);
        var payers = await fanOut.AllAsync(_tenant.PayerAccounts.Where(_question.Keeps), AskPayerAsync);
        var linked = await fanOut.AllAsync(
            payers.SelectMany(payer => payer.Members),
            (member, waiting) => AskLinkedAsync(member, ask, waiting));
        var parts = payers.Select(payer => payer.Own).OfType<Completeness>()
            .Concat(linked.Select(each => CompletenessMerge.Of(each.Answer, _question.Dataset, _question.IsAsOf)));
        return new LinkedAnswers<TRow>(
            [
                .. linked.Select(each => (new AccountKey(each.Answer.Account, each.Answer.Linked), each.Rows))
                    .OrderBy(each => each.Item1.ToString(), StringComparer.Ordinal),
            ],
            CompletenessMerge.Sum(parts));
    }

    private async Task<(ImmutableArray<LinkedMember> Members, Completeness? Own)> AskPayerAsync(
        PayerAccountKey payer, CancellationToken waiting)
    {
        var view = await _inquiry.OrganizationAsync(payer, waiting);
        if (_inquiry.Gone(payer, view, isNamed: !_question.Payers.IsEmpty) is { } gone)
            return ([], CompletenessMerge.Of(gone, _question.Dataset, _question.IsAsOf));
        if (view is not { Standing: ReadStanding.Owned })
            return ([], null);
        if (view.Accounts.IsEmpty)
        {
            var why = view.Late.FirstOrDefault();
            var unlisted = _inquiry.Silent(payer) with
            {
                Silence = why?.Detail ?? "Its list of linked accounts was not read yet. Ask again in some minutes.",
                SilenceReason = why?.Reason ?? Refresh.LateReason.Pending,
            };
            return ([], CompletenessMerge.Of(unlisted, OfList, _question.IsAsOf));
        }

        return (
            [
                .. view.Accounts.Where(account => _question.Keeps(account.Id))
                    .Select(account => new LinkedMember(new AccountKey(payer, account.Id), account.LeftAt)),
            ],
            AccountListMerge.Of(payer, view, OfList) with { AsOf = null, AccountsExpected = 0, AccountsReceived = 0 });
    }

    private async Task<(ImmutableArray<TRow> Rows, AccountAnswer Answer)> AskLinkedAsync(
        LinkedMember member,
        Func<IUtilizationReportGrain, DatePeriod, CancellationToken, Task<LinkedSlice<TRow>>> ask,
        CancellationToken waiting)
    {
        var account = member.Account;
        try
        {
            waiting.ThrowIfCancellationRequested();
            var status = await _grains.GetGrain<ILinkedAccountGrain>(account.ToString())
                .GetReadStatusAsync(_question.Dataset, _question.Period, waiting).WaitAsync(waiting);
            if (status.Standing != ReadStanding.Owned && member.LeftAt is not null)
                return ([], NeverSeen(account));
            if (status.Standing != ReadStanding.Owned)
            {
                return ([], Silent(member) with
                {
                    Silence = "It was not looked at yet. Ask again in some minutes.",
                    SilenceReason = Refresh.LateReason.Pending,
                });
            }

            var slices = await Task.WhenAll(_question.Period.ByMonth().Select(part => ask(
                _grains.GetGrain<IUtilizationReportGrain>(IUtilizationReportGrain.KeyOf(account, part.Month)),
                part.Days,
                waiting).WaitAsync(waiting)));
            return ([.. slices.SelectMany(slice => slice.Rows)], new AccountAnswer(
                account.Payer,
                member.Expected(_question.Expected(status.FirstDay)),
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
            ViewLog.Silent(_logger, exception, "The linked account", account.Own);
            return ([], Silent(member));
        }
    }

    /// <summary>It left before it was looked at: nothing is expected of it.</summary>
    private static AccountAnswer NeverSeen(AccountKey account) =>
        new(account.Payer, default, [], [], [], null) { Linked = account.Linked, IsExpected = false };

    private AccountAnswer Silent(LinkedMember member) => _inquiry.Silent(member.Account.Payer) with
    {
        Linked = member.Account.Linked,
        Expected = member.Expected(_question.Expected(DateOnly.MinValue)),
    };
}
