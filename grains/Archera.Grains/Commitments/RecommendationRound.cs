using Archera.Contracts.Accounts;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;
using Archera.Grains.Reports;
using Archera.Grains.Tenants;

namespace Archera.Grains.Commitments;

/// <summary>Asks each of a tenant's payers what AWS recommends it. Whatever does not answer is late by name.</summary>
public sealed class RecommendationRound(
    RecommendationQuery query,
    TenantProfile tenant,
    DateOnly today,
    IGrainFactory grains,
    ReportOptions options,
    TimeProvider time,
    ILogger logger)
{
    private readonly AccountInquiry _inquiry = new(
        grains,
        new CostQuestion(
            tenant.Id,
            CommitmentDatasets.Recommendations,
            new CostQuery(
                new DatePeriod(today, today), CostGranularity.Daily, CostMetric.UnblendedCost, [], [], null),
            today),
        logger);

    public async Task<RecommendationReport> AskAsync(CancellationToken cancellationToken)
    {
        using var fanOut = new FanOut(options, time, cancellationToken);
        var payers = tenant.PayerAccounts.Where(query.Keeps).Order(PayerOrder.Instance).ToArray();
        var views = await fanOut.AllAsync(payers, AskAsync);
        return new RecommendationReport(
            [
                .. payers.Zip(views).SelectMany(each => (each.Second?.Items ?? [])
                    .Where(item => query.Keeps(item.Kind))
                    .Select(item => new RecommendationRow(each.First, item))),
            ],
            CompletenessMerge.Sum(payers.Zip(views, Of).OfType<Completeness>()));
    }

    /// <summary>Of one payer's list: it is one, or it is late. It has no days. Null: nothing is expected.</summary>
    private Completeness? Of(PayerAccountKey payer, RecommendationsView? view)
    {
        var gone = view switch
        {
            null => _inquiry.Silent(payer),
            { Standing: ReadStanding.Unclaimed } => _inquiry.RecordLost(payer),
            { Standing: ReadStanding.Unreadable } => _inquiry.Unreadable(payer),
            { Standing: ReadStanding.Displaced } => _inquiry.Displaced(payer),
            { Standing: ReadStanding.NotConnected } when !query.PayerAccounts.IsEmpty =>
                _inquiry.NotConnected(payer, view.Connection),
            _ => null,
        };
        if (gone is not null)
            return CompletenessMerge.Of(gone, CommitmentDatasets.Recommendations, isAsOf: false);
        return view is { Standing: ReadStanding.Owned, Mode: ConnectionMode.Payer }
            ? new Completeness(
                view.ReadAt,
                1,
                view.ReadAt is not null && view.Late.IsEmpty ? 1 : 0,
                0,
                0,
                [
                    .. view.Late.Select(late => new LateAccount(
                        payer.ToString(), CommitmentDatasets.Recommendations, late.Since, late.Reason, late.Detail,
                        late.NextTryAt)),
                ])
            : null;
    }

    /// <summary>Null: the account did not answer.</summary>
    private async Task<RecommendationsView?> AskAsync(PayerAccountKey payer, CancellationToken waiting)
    {
        try
        {
            waiting.ThrowIfCancellationRequested();
            return await grains.GetGrain<IRecommendedAccountGrain>(payer.ToString())
                .GetRecommendationsAsync(tenant.Id, waiting)
                .WaitAsync(waiting);
        }
        catch (Exception exception)
        {
            ViewLog.Silent(logger, exception, "The account", payer);
            return UnreadableAccountException.IsIn(exception)
                ? RecommendationsView.Of(ReadStanding.Unreadable)
                : null;
        }
    }
}
