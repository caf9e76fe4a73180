using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;
using Archera.Grains.Reports;

namespace Archera.Grains.Tenants;

/// <summary>Asks each of a tenant's payers who is in its organization, and who was.</summary>
public sealed class AccountListRound
{
    private static readonly DatasetName Dataset = DatasetName.Parse("LinkedAccounts");

    private readonly AccountQuery _query;
    private readonly TenantProfile _tenant;
    private readonly CostQuestion _question;
    private readonly AccountInquiry _inquiry;
    private readonly ReportOptions _options;
    private readonly TimeProvider _time;

    public AccountListRound(
        AccountQuery query,
        TenantProfile tenant,
        IGrainFactory grains,
        DateOnly today,
        ReportOptions options,
        TimeProvider time,
        ILogger logger)
    {
        (_query, _tenant, _options, _time) = (query, tenant, options, time);
        var noDays = new DatePeriod(today, today);
        _question = new CostQuestion(
            tenant.Id,
            Dataset,
            new CostQuery(noDays, CostGranularity.Daily, CostMetric.UnblendedCost, [], [], query.AsOf),
            today);
        _inquiry = new AccountInquiry(grains, _question, logger);
    }

    public async Task<Answer<AccountReport>> AskAsync(CancellationToken cancellationToken)
    {
        using var fanOut = new FanOut(_options, _time, cancellationToken);
        // All payers are asked: one that the filter leaves out may be where an account has moved to.
        var payers = _tenant.PayerAccounts.Order(PayerOrder.Instance).ToArray();
        var views = await fanOut.AllAsync(payers, _inquiry.OrganizationAsync);
        var asked = payers.Zip(views).ToArray();
        var owned = asked.Where(each => each.Second is { Standing: ReadStanding.Owned })
            .Select(each => (each.First, each.Second!)).ToArray();
        var rows = AccountListMerge.Rows(owned)
            .RemoveAll(row => !_query.Keeps(row.Payer) || !_query.Keeps(row.Account.Id));
        if (rows.Length > AccountQuery.MaxRows)
        {
            return new Refusal(
                RefusalCodes.TooManyRows,
                $"The answer has more than {AccountQuery.MaxRows} accounts. Ask for fewer payer accounts.");
        }

        return new AccountReport(
            rows,
            CompletenessMerge.Sum(asked
                .Where(each => _query.Keeps(each.First))
                .Select(each => Of(each.First, each.Second))
                .OfType<Completeness>()));
    }

    private Completeness? Of(PayerAccountKey payer, OrganizationView? view) =>
        _inquiry.Gone(payer, view, isNamed: !_query.PayerAccounts.IsEmpty) is { } gone
            ? CompletenessMerge.Of(gone, Dataset, _question.IsAsOf)
            : view is { Standing: ReadStanding.Owned } ? AccountListMerge.Of(payer, view, Dataset) : null;
}
