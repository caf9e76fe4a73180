using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Tenants;

namespace Archera.Grains.Utilization;

/// <summary>Which days of which linked accounts are asked for. An empty list keeps all.</summary>
/// <param name="Today">The billing today, which is not expected.</param>
/// <param name="AsOf">As it was shown at the end of that day; null: now.</param>
public sealed record LinkedQuestion(
    DatasetName Dataset,
    DatePeriod Period,
    ImmutableArray<PayerAccountKey> Payers,
    ImmutableArray<AwsAccountId> Linked,
    DateOnly Today,
    DateOnly? AsOf = null)
{
    /// <summary>About an earlier day: what was read since does not count.</summary>
    public bool IsAsOf => AsOf < Today;

    /// <summary>Only what was stored before then counts; null: all.</summary>
    public DateTimeOffset? Moment =>
        IsAsOf ? new DateTimeOffset(AsOf!.Value.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : null;

    public bool Keeps(PayerAccountKey payer) => Payers.IsEmpty || Payers.Contains(payer);

    public bool Keeps(AwsAccountId linked) => Linked.IsEmpty || Linked.Contains(linked);

    public DatePeriod Expected(DateOnly firstDay) =>
        Period.Intersect(new DatePeriod(firstDay, IsAsOf ? AsOf!.Value : Today));

    /// <summary>The same days, as their payers are asked.</summary>
    public CostQuestion OfPayers(TenantId tenant) => new(
        tenant,
        Dataset,
        new CostQuery(Period, CostGranularity.Daily, CostMetric.UnblendedCost, [], [], AsOf),
        Today);
}
