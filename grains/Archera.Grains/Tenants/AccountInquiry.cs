using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;

namespace Archera.Grains.Tenants;

/// <summary>
/// Asks one account at a time for its part of an answer. What does not answer in time is silent by name: nothing is
/// thrown.
/// </summary>
public sealed class AccountInquiry(IGrainFactory grains, CostQuestion question, ILogger logger)
{
    /// <summary>Null: the account did not answer.</summary>
    public async Task<ReadStatus?> StatusAsync(PayerAccountKey account, CancellationToken waiting)
    {
        try
        {
            waiting.ThrowIfCancellationRequested();
            return await Account(account)
                .GetReadStatusAsync(question.Tenant, question.Dataset, question.Query.Period, waiting)
                .WaitAsync(waiting);
        }
        catch (Exception exception)
        {
            ViewLog.Silent(logger, exception, "The account", account);
            return UnreadableAccountException.IsIn(exception) ? ReadStatus.Of(ReadStanding.Unreadable) : null;
        }
    }

    /// <summary>Who is in the account's organization, and who was; null: it did not answer.</summary>
    public async Task<OrganizationView?> OrganizationAsync(PayerAccountKey account, CancellationToken waiting)
    {
        try
        {
            waiting.ThrowIfCancellationRequested();
            return await grains.GetGrain<IOrganizationGrain>(account.ToString())
                .GetOrganizationAsync(question.Tenant, question.Moment, waiting)
                .WaitAsync(waiting);
        }
        catch (Exception exception)
        {
            ViewLog.Silent(logger, exception, "The account", account);
            return UnreadableAccountException.IsIn(exception)
                ? OrganizationView.Of(ReadStanding.Unreadable)
                : null;
        }
    }

    /// <summary>
    /// Why nothing of the account is in an answer; null where it is read, or nothing is expected of it.
    /// </summary>
    /// <param name="isNamed">The question names it.</param>
    public AccountAnswer? Gone(PayerAccountKey account, OrganizationView? view, bool isNamed) => view switch
    {
        null => Silent(account),
        { Standing: ReadStanding.Unclaimed } => RecordLost(account),
        { Standing: ReadStanding.Unreadable } => Unreadable(account),
        { Standing: ReadStanding.Displaced } => Displaced(account),
        { Standing: ReadStanding.NotConnected } when isNamed => NotConnected(account, view.Connection),
        _ => null,
    };

    /// <summary>All its days are expected, and none is there.</summary>
    public AccountAnswer Silent(PayerAccountKey account) => new(
        account, question.Expected(DateOnly.MinValue), [], [], [], "The account did not answer. Ask again.");

    /// <summary>The tenant lists it: it was claimed, and may have been connected.</summary>
    public AccountAnswer RecordLost(PayerAccountKey account) => Gone(
        account,
        CompletenessMerge.RecordLost,
        AccountRefusals.Lost(account).Message);

    public AccountAnswer Unreadable(PayerAccountKey account) => Gone(
        account,
        LateReason.Damaged,
        AccountRefusals.Unreadable(account).Message);

    /// <summary>Nothing is expected of it, but who asks for it by name is not answered with nothing.</summary>
    public AccountAnswer NotConnected(PayerAccountKey account, ConnectionState? connection) => new(
        account,
        new DatePeriod(question.Query.Period.Start, question.Query.Period.Start),
        [],
        [],
        [],
        $"Account {account} is not connected, so that nothing of it is in the answer: {WhyNotConnected(connection)}, "
        + "or leave it out of the filter.")
    {
        SilenceReason = CompletenessMerge.NotConnected,
        IsExpected = false,
    };

    public AccountAnswer Displaced(PayerAccountKey account) => Gone(
        account,
        CompletenessMerge.Displaced,
        $"The operator has given account {account} to another customer: its figures are not shown to you any more. "
        + "Ask the operator, or offboard it.");

    /// <param name="elsewhere">Days that are not asked for.</param>
    /// <param name="ask">What to ask a month's report for some of its days.</param>
    public async Task<AccountAnswer> ReportsAsync(
        PayerAccountKey account,
        ReadStatus status,
        ImmutableHashSet<DateOnly> elsewhere,
        Func<DatePeriod, CostReportQuery> ask,
        CancellationToken waiting)
    {
        var expected = question.Expected(status.FirstDay);
        var asked = DatePeriod.Runs(expected.Days().Where(day => !elsewhere.Contains(day)));
        var slices = await Task.WhenAll(asked
            .SelectMany(days => days.ByMonth())
            .Select(part => ReportAsync(
                account, part.Month, report => report.QueryAsync(ask(part.Days), waiting), waiting)));
        return new AccountAnswer(
            account,
            expected,
            [.. slices.SelectMany(slice => slice?.Days ?? [])],
            [.. slices.SelectMany(slice => slice?.Unreadable ?? [])],
            status.Late,
            SilenceOf(slices))
        {
            Rows = [.. slices.SelectMany(slice => slice?.Rows ?? [])],
            IsInexact = slices.Any(slice => slice is { IsInexact: true }),
            Mode = status.Mode,
            Billed = [.. slices.SelectMany(slice => slice?.Billed ?? [])],
            Elsewhere = elsewhere,
        };
    }

    /// <summary>The same at two moments.</summary>
    /// <param name="then">The question at the earlier moment; the inquiry's own is the later.</param>
    public async Task<AccountAnswer> ChangesAsync(
        PayerAccountKey account,
        ReadStatus status,
        CostQuestion then,
        (ImmutableHashSet<DateOnly> Before, ImmutableHashSet<DateOnly> After) elsewhere,
        Func<DatePeriod, MonthChangesQuery> ask,
        CancellationToken waiting)
    {
        var expected = question.Expected(status.FirstDay);
        var slices = await Task.WhenAll(expected.ByMonth().Select(part => ReportAsync(
            account, part.Month, report => report.QueryChangesAsync(ask(part.Days), waiting), waiting)));
        var after = Of(expected, slices.Select(slice => slice?.After), elsewhere.After);
        return after with
        {
            Changes = [.. slices.SelectMany(slice => slice?.Rows ?? [])],
            IsInexact = slices.Any(slice => slice is { IsInexact: true }),
            Before = Of(then.Expected(status.FirstDay), slices.Select(slice => slice?.Before), elsewhere.Before),
        };

        AccountAnswer Of(DatePeriod due, IEnumerable<MomentDays?> months, ImmutableHashSet<DateOnly> days) => new(
            account,
            due,
            [.. months.SelectMany(month => month?.Days ?? [])],
            [.. months.SelectMany(month => month?.Unreadable ?? [])],
            status.Late,
            SilenceOf(slices))
        {
            Mode = status.Mode,
            Billed = [.. months.SelectMany(month => month?.Billed ?? [])],
            Elsewhere = days,
        };
    }

    /// <summary>A hint: when it gets lost, the next question gives it again.</summary>
    public async Task ReadLostAgainAsync(AccountAnswer answer)
    {
        if (question.IsAsOf || answer.Lost() is not { IsEmpty: false } lost)
            return;
        try
        {
            await Account(answer.Account).ReadAgainAsync(question.Tenant, question.Dataset, lost);
        }
        catch (Exception exception)
        {
            ViewLog.HintLost(logger, exception, answer.Account);
        }
    }

    private static string WhyNotConnected(ConnectionState? connection) => connection switch
    {
        ConnectionState.Quarantined => "another customer uses it, or its payer account. Ask the operator, who decides",
        ConnectionState.Refused => "its claim is refused. Read its lastError for why, and what to do",
        ConnectionState.Offboarded => "it is being offboarded. Wait for that to end, and claim it anew",
        _ => "it was never verified. Verify its role",
    };

    private AccountAnswer Gone(PayerAccountKey account, string reason, string words) =>
        Silent(account) with { Silence = words, SilenceReason = reason };

    private static string? SilenceOf<T>(IEnumerable<T?> slices)
        where T : class
    {
        var silent = slices.Count(slice => slice is null);
        return silent == 0 ? null : $"Months whose report did not answer: {silent}. Ask again.";
    }

    private async Task<T?> ReportAsync<T>(
        PayerAccountKey account, YearMonth month, Func<ICostReportGrain, Task<T>> ask, CancellationToken waiting)
        where T : class
    {
        try
        {
            return await ask(grains.GetGrain<ICostReportGrain>(ICostReportGrain.KeyOf(account, month)))
                .WaitAsync(waiting);
        }
        catch (Exception exception)
        {
            ViewLog.Silent(logger, exception, $"Report {month}", account);
            return null;
        }
    }

    private IPayerAccountGrain Account(PayerAccountKey account) =>
        grains.GetGrain<IPayerAccountGrain>(account.ToString());
}
