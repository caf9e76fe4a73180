using System.Globalization;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Ec2;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>
/// How much of one service's reservations was used, by day or month, or each reservation over the whole window. A
/// period without a reservation is not in it; without any in the whole window, there is no answer.
/// </summary>
internal sealed class GetReservationUtilization(AwsWorld world, PageTokens tokens) : CommitmentOperation(world)
{
    private const int UsualPage = 100;
    private const string Subscription = "SUBSCRIPTION_ID";

    private readonly ResultPages _pages = new(tokens, "GetReservationUtilization", "NextPageToken");

    protected override string Name => "GetReservationUtilization";

    protected override JsonObject Answer(JsonCall call, VisibleCommitments visible)
    {
        var window = CommitmentWindow.Read(call.Input, call.Today, [Subscription], isDailyUnasked: true);
        var filter = CommitmentFilter.Read(call.Input, "LINKED_ACCOUNT", "SERVICE");
        var offering = ReservedOffering.Of(filter.Single("SERVICE") ?? ReservedOffering.DefaultService);
        var periods = window.Periods.Select(period => (period, Days: Days(period))).Where(each => each.Days.Count > 0)
            .ToList();
        if (periods.Count == 0)
            throw CostExplorerRefusal.DataUnavailable();
        string[] members = ["TimePeriod", "GroupBy", "Granularity", "Filter", "MaxResults"];
        var total = ReservationSum.Of(offering, periods.SelectMany(each => each.Days)).Json();
        var answer = new JsonObject { ["Total"] = total };
        string? token;
        if (window.GroupBy is null)
        {
            (var page, token) = _pages.Cut(call, periods, UsualPage, members);
            answer["UtilizationsByTime"] = new JsonArray(
                [.. page.Select(each => Period(each.period, [], ReservationSum.Of(offering, each.Days)))]);
        }
        else
        {
            var groups = periods[0].Days.GroupBy(day => day.Purchase)
                .OrderBy(group => group.Key.Id, StringComparer.Ordinal).ToList();
            (var page, token) = _pages.Cut(call, groups, UsualPage, members);
            answer["UtilizationsByTime"] = new JsonArray(Period(
                periods[0].period,
                [.. page.Select(group => Group(group, offering, visible))],
                ReservationSum.Of(offering, periods[0].Days)));
        }

        if (token is not null)
            answer["NextPageToken"] = token;
        return answer;

        List<CommitmentDay> Days(CostSpan period) =>
        [
            .. visible.Owned(period, savingsPlans: false).Where(day => day.Purchase.Service == offering.Service
                && filter.Keeps("LINKED_ACCOUNT", day.Purchase.Owner)),
        ];
    }

    private static JsonObject Period(CostSpan period, JsonArray groups, ReservationSum total) => new()
    {
        ["TimePeriod"] = CommitmentWindow.Json(period),
        ["Groups"] = groups,
        ["Total"] = total.Json(),
    };

    private static JsonObject Group(
        IGrouping<CommitmentPurchase, CommitmentDay> group, ReservedOffering offering, VisibleCommitments visible) =>
        new()
        {
            ["Key"] = Subscription,
            ["Value"] = SubscriptionId(group.Key),
            ["Attributes"] = Attributes(group.Key, offering, visible),
            ["Utilization"] = ReservationSum.Of(offering, group).Json(),
        };

    private static JsonObject Attributes(
        CommitmentPurchase bought, ReservedOffering offering, VisibleCommitments visible) => new()
        {
            ["accountId"] = bought.Owner,
            ["accountName"] = visible.NameOf(bought.Owner),
            ["availabilityZone"] = "",
            ["averageOnDemandHourlyRate"] = Figures.Text(offering.OnDemandPrice),
            ["cancellationDateTime"] = Instant(bought.End, -1),
            ["endDateTime"] = Instant(bought.End, -1),
            ["hourlyRecurringFee"] = Figures.Text(
                Figures.Rounded(bought.Recurring / bought.Days / ReservedOffering.HoursPerDay)),
            ["instanceType"] = offering.MachineType,
            ["leaseId"] = bought.Id,
            ["numberOfInstances"] = ReservedInstances.InstanceCount.ToString(CultureInfo.InvariantCulture),
            ["offeringType"] = ReservedInstances.OfferingClass,
            ["platform"] = offering.Platform,
            ["region"] = visible.RegionOf(bought.Owner),
            ["scope"] = ReservedInstances.Scope,
            ["sizeFlexibility"] = offering.Units == 0 ? "NotFlexRI" : "FlexRI",
            ["startDateTime"] = Instant(bought.Start, 0),
            ["subscriptionId"] = SubscriptionId(bought),
            ["subscriptionStatus"] = bought.IsOn(visible.Today) ? "Active" : "Expired",
            ["subscriptionType"] = bought.PaymentOption,
            ["tenancy"] = "Shared",
            ["upfrontFee"] = Figures.Text(bought.Upfront),
        };

    /// <summary>A number of ten digits, which is not the reservation's id.</summary>
    private static string SubscriptionId(CommitmentPurchase bought) =>
        (1_000_000_000 + (Convert.ToInt64(bought.Id[..8], 16) * 2)).ToString(CultureInfo.InvariantCulture);

    private static string Instant(DateOnly day, int seconds) => day.ToDateTime(TimeOnly.MinValue).AddSeconds(seconds)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
