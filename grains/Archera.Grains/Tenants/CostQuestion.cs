using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;

namespace Archera.Grains.Tenants;

/// <summary>A tenant's question with the dataset that answers it and the billing today.</summary>
public sealed record CostQuestion(TenantId Tenant, DatasetName Dataset, CostQuery Query, DateOnly Today)
{
    /// <summary>About an earlier day: what was read since does not count.</summary>
    public bool IsAsOf => Query.AsOf < Today;

    /// <summary>The filter says which accounts.</summary>
    public bool NamesAccounts => Query.Filters.Any(filter => filter.Dimension == CostDimension.PayerAccount);

    /// <summary>Only what was stored before then counts; null = all.</summary>
    public DateTimeOffset? Moment =>
        IsAsOf ? new DateTimeOffset(Query.AsOf!.Value.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : null;

    /// <summary>
    /// The tenant's accounts that the filter keeps. Another's account is as unknown as one that nobody has.
    /// </summary>
    public IEnumerable<PayerAccountKey> AccountsOf(TenantProfile tenant) => tenant.PayerAccounts.Where(Keeps);

    /// <summary>The tenant's accounts that the filter leaves out.</summary>
    public IEnumerable<PayerAccountKey> OthersOf(TenantProfile tenant) =>
        tenant.PayerAccounts.Where(account => !Keeps(account));

    /// <summary>
    /// From the first day that the account is read for to the day before the billing today, or the day asked as of.
    /// </summary>
    public DatePeriod Expected(DateOnly firstDay) =>
        Query.Period.Intersect(new DatePeriod(firstDay, IsAsOf ? Query.AsOf!.Value : Today));

    /// <param name="watched">Accounts that the bill may hold.</param>
    public CostReportQuery ToReport(DatePeriod days, ImmutableArray<AwsAccountId> watched) => new(
        Dataset,
        days,
        Query.Granularity,
        Query.Metric,
        [.. Query.GroupBy.Where(dimension => dimension != CostDimension.PayerAccount)],
        [.. Query.Filters.Where(filter => filter.Dimension != CostDimension.PayerAccount)],
        Moment,
        watched);

    /// <summary>
    /// Asks for the account's own costs alone, also where AWS shows it more, as it does a management account.
    /// </summary>
    public CostReportQuery ToOwn(DatePeriod days, AwsAccountId account)
    {
        var query = ToReport(days, []);
        return query with { Filters = query.Filters.Add(new CostFilter(CostDimension.LinkedAccount, [account.Value])) };
    }

    /// <summary>Asks what a bill holds, and for none of its rows.</summary>
    public CostReportQuery ToCoverage(DatePeriod days, ImmutableArray<AwsAccountId> watched) =>
        ToReport(days, watched) with { GroupBy = [], Filters = [new CostFilter(CostDimension.LinkedAccount, [])] };

    private bool Keeps(PayerAccountKey account) => Query.Filters.All(filter =>
        filter.Dimension != CostDimension.PayerAccount || filter.Values.Contains(account.ToString()));
}
