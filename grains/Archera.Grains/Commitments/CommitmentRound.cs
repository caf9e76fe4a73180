using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;
using Archera.Grains.Reports;
using Archera.Grains.Tenants;

namespace Archera.Grains.Commitments;

/// <summary>
/// One question about commitments on its way through a tenant's payers. Whatever does not answer is late by name.
/// Accounts connected alone have none of their own to tell: sharing makes them the organization's.
/// </summary>
public sealed class CommitmentRound(
    CommitmentQuery query,
    TenantProfile tenant,
    DateOnly today,
    IGrainFactory grains,
    ReportOptions options,
    TimeProvider time,
    ILogger logger)
{
    private bool IsAsOf => query.AsOf < today;

    public async Task<Answer<CommitmentReport>> AskAsync(CancellationToken cancellationToken)
    {
        using var fanOut = new FanOut(options, time, cancellationToken);
        var payers = tenant.PayerAccounts.Where(query.Keeps).Order(PayerOrder.Instance);
        var answers = await fanOut.AllAsync(payers, AskAsync);
        return CommitmentMerge.ToReport(query, answers.OfType<PayerCommitments>());
    }

    /// <summary>Null: nothing is expected of the account.</summary>
    private async Task<PayerCommitments?> AskAsync(PayerAccountKey payer, CancellationToken waiting)
    {
        var asked = query.Datasets.Select(dataset => (dataset, Inquiry: InquiryFor(dataset))).ToArray();
        var parts = await Task.WhenAll(asked.Select(each => StatusAsync(payer, each.Inquiry, waiting)));
        if (parts.All(part => part.Answer is null && part.Status is null))
            return null;
        var gone = parts.FirstOrDefault(part => part.Answer is not null).Answer;
        if (gone is not null)
            return Of(payer, [], asked.Select(each => (each.dataset, gone)));
        var statuses = asked.Zip(parts, (each, part) => (each.dataset, Status: part.Status!)).ToArray();
        var expected = Expected(statuses[0].Status.FirstDay);
        var months = expected.ByMonth().ToArray();
        var answers = await Task.WhenAll(months.Select(part => ReportAsync(payer, part.Month, part.Days, waiting)));
        var silent = answers.Count(each => each is null);
        var slices = answers.OfType<ImmutableArray<CommitmentSlice>?>().SelectMany(each => each!.Value).ToArray();
        return Of(payer, slices, statuses.Select(each => (each.dataset, new AccountAnswer(
            payer,
            expected,
            [.. slices.Where(slice => slice.Dataset == each.dataset).SelectMany(slice => slice.Days)],
            [.. slices.Where(slice => slice.Dataset == each.dataset).SelectMany(slice => slice.Unreadable)],
            each.Status.Late,
            silent == 0 ? null : $"Months whose report did not answer: {silent}. Ask again."))));
    }

    private PayerCommitments Of(
        PayerAccountKey payer,
        IReadOnlyList<CommitmentSlice> slices,
        IEnumerable<(DatasetName Dataset, AccountAnswer Answer)> answers) =>
        new(payer, slices, CommitmentCompleteness.Of(answers, IsAsOf));

    private AccountInquiry InquiryFor(DatasetName dataset)
    {
        var filters = query.PayerAccounts.Select(payer => payer.ToString()).ToImmutableArray();
        var question = new CostQuestion(
            tenant.Id,
            dataset,
            new CostQuery(
                query.Period, query.Granularity, CostMetric.UnblendedCost, [],
                filters.IsEmpty ? [] : [new CostFilter(CostDimension.PayerAccount, filters)], query.AsOf),
            today);
        return new AccountInquiry(grains, question, logger);
    }

    private async Task<(AccountAnswer? Answer, ReadStatus? Status)> StatusAsync(
        PayerAccountKey payer, AccountInquiry inquiry, CancellationToken waiting)
    {
        var status = await inquiry.StatusAsync(payer, waiting);
        return status switch
        {
            null => (inquiry.Silent(payer), null),
            { Standing: ReadStanding.Unclaimed } => (inquiry.RecordLost(payer), null),
            { Standing: ReadStanding.Unreadable } => (inquiry.Unreadable(payer), null),
            { Standing: ReadStanding.Displaced } => (inquiry.Displaced(payer), null),
            { Standing: not ReadStanding.Owned } =>
                (query.PayerAccounts.IsEmpty ? null : inquiry.NotConnected(payer, status.Connection), null),
            { Mode: not ConnectionMode.Payer } =>
                (query.PayerAccounts.IsEmpty ? null : NeedsPayer(payer, inquiry), null),
            _ => (null, status),
        };
    }

    private static AccountAnswer NeedsPayer(PayerAccountKey account, AccountInquiry inquiry) =>
        inquiry.NotConnected(account, null) with
        {
            Silence = $"Account {account} is connected alone: what it shares of commitments is its organization's to "
                + "tell. Connect its payer, or leave it out of the filter.",
            SilenceReason = LateReason.NeedsPayer,
        };

    private DatePeriod Expected(DateOnly firstDay) =>
        query.Period.Intersect(new DatePeriod(firstDay, IsAsOf ? query.AsOf!.Value : today));

    /// <summary>Null: the report did not answer.</summary>
    private async Task<ImmutableArray<CommitmentSlice>?> ReportAsync(
        PayerAccountKey payer, YearMonth month, DatePeriod days, CancellationToken waiting)
    {
        try
        {
            waiting.ThrowIfCancellationRequested();
            DateTimeOffset? moment = IsAsOf
                ? new DateTimeOffset(query.AsOf!.Value.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero)
                : null;
            return await grains.GetGrain<ICommitmentReportGrain>(ICommitmentReportGrain.KeyOf(payer, month))
                .QueryAsync(new CommitmentReportQuery(days, query.Datasets, moment), waiting)
                .WaitAsync(waiting);
        }
        catch (Exception exception)
        {
            ViewLog.Silent(logger, exception, $"Report {month}", payer);
            return null;
        }
    }
}
