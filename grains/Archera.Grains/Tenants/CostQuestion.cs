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

    /// <summary>
    /// The tenant's accounts that the filter keeps. Another's account is as unknown as one that nobody has.
    /// </summary>
    public IEnumerable<PayerAccountKey> AccountsOf(TenantProfile tenant)
    {
        var filters = Query.Filters.Where(filter => filter.Dimension == CostDimension.PayerAccount).ToArray();
        return tenant.PayerAccounts.Where(
            account => Array.TrueForAll(filters, filter => filter.Values.Contains(account.ToString())));
    }

    /// <summary>
    /// From the first day that the account is read for to the day before the billing today, or the day asked as of.
    /// </summary>
    public DatePeriod Expected(DateOnly firstDay) =>
        Query.Period.Intersect(new DatePeriod(firstDay, IsAsOf ? Query.AsOf!.Value : Today));

    public CostReportQuery ToReport(DatePeriod days) => new(
        Dataset,
        days,
        Query.Granularity,
        Query.Metric,
        [.. Query.GroupBy.Where(dimension => dimension != CostDimension.PayerAccount)],
        [.. Query.Filters.Where(filter => filter.Dimension != CostDimension.PayerAccount)],
        IsAsOf ? new DateTimeOffset(Query.AsOf!.Value.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : null);
}
