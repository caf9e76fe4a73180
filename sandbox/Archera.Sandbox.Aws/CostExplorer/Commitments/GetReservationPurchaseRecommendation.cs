using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>How many machines of one service AWS would have the customer reserve.</summary>
internal sealed class GetReservationPurchaseRecommendation(AwsWorld world, PageTokens tokens)
    : CommitmentOperation(world)
{
    private const int UsualPage = 100;

    private readonly ResultPages _pages = new(tokens, "GetReservationPurchaseRecommendation", "NextPageToken");

    protected override string Name => "GetReservationPurchaseRecommendation";

    protected override JsonObject Answer(JsonCall call, VisibleCommitments visible)
    {
        var service = call.Input.Text("Service") ?? throw CostExplorerRefusal.Missing("service");
        var offering = ReservedOffering.Of(service);
        var query = RecommendationQuery.Read(call.Input, isDefaulted: true);
        var offers = Offers(query, offering, visible);
        var (page, token) = _pages.Cut(
            call, offers, UsualPage, "AccountId", "Service", "Filter", "AccountScope", "LookbackPeriodInDays",
            "TermInYears", "PaymentOption", "ServiceSpecification", "PageSize");
        var id = Recommended.Id(service, call.AccountId, Recommended.Text(call.Today), query.ToString());
        var answer = new JsonObject
        {
            ["Metadata"] = Recommended.Metadata(call.Today, id),
            ["Recommendations"] = offers.Count == 0 ? [] : new JsonArray(new JsonObject
            {
                ["AccountScope"] = query.AccountScope,
                ["LookbackPeriodInDays"] = query.Lookback,
                ["TermInYears"] = query.Term,
                ["PaymentOption"] = query.Payment,
                ["RecommendationDetails"] = new JsonArray(
                    [.. page.Select(offer => offer.Detail(query, visible, call.AccountId))]),
                ["RecommendationSummary"] = new JsonObject
                {
                    ["TotalEstimatedMonthlySavingsAmount"] = Figures.Text(offers.Sum(offer => offer.MonthlySavings)),
                    ["TotalEstimatedMonthlySavingsPercentage"] = Figures.Percent(
                        offers.Sum(offer => offer.MonthlySavings), offers.Sum(offer => offer.MonthlyOnDemand)),
                    ["CurrencyCode"] = visible.Currency,
                },
            }),
        };
        if (token is not null)
            answer["NextPageToken"] = token;
        return answer;
    }

    private static List<ReservationOffer> Offers(
        RecommendationQuery query, ReservedOffering offering, VisibleCommitments visible)
    {
        var days = query.Span(visible.Today).Periods(monthly: false)
            .Select(day => visible.Charges(day)
                .Where(charge => charge.RecordType == RecordTypes.Usage && charge.Service == offering.Service)
                .ToList())
            .ToList();
        var accounts = query.AccountScope == "PAYER" ? [null] : visible.Accounts.Cast<string?>();
        return
        [
            .. accounts.Select(account => new ReservationOffer(offering, account, [.. days.Select(day =>
                    offering.HoursOf(day.Where(charge => account is null || charge.LinkedAccount == account)
                        .Sum(charge => charge.UnblendedCost)) / 24)]))
                .Where(offer => offer.Machines > 0),
        ];
    }
}
