using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>Which Savings Plans AWS would have the customer buy, from what the bill has at on-demand rates.</summary>
internal sealed class GetSavingsPlansPurchaseRecommendation(AwsWorld world, PageTokens tokens)
    : CommitmentOperation(world)
{
    private const int UsualPage = 100;

    private readonly ResultPages _pages = new(tokens, "GetSavingsPlansPurchaseRecommendation", "NextPageToken");

    protected override string Name => "GetSavingsPlansPurchaseRecommendation";

    protected override JsonObject Answer(JsonCall call, VisibleCommitments visible)
    {
        var type = call.Input.Text("SavingsPlansType") ?? throw CostExplorerRefusal.Missing("savingsPlansType");
        var kind = SavingsPlanKind.Recommended(type);
        var query = RecommendationQuery.Read(call.Input, isDefaulted: false);
        var offers = kind is null ? [] : Offers(query, kind, visible);
        var id = Recommended.Id(type, call.AccountId, Recommended.Text(call.Today), query.ToString());
        var (page, token) = _pages.Cut(
            call, offers, UsualPage, "SavingsPlansType", "TermInYears", "PaymentOption", "AccountScope",
            "LookbackPeriodInDays", "Filter");
        var recommendation = new JsonObject
        {
            ["AccountScope"] = query.AccountScope,
            ["SavingsPlansType"] = type,
            ["TermInYears"] = query.Term,
            ["PaymentOption"] = query.Payment,
            ["LookbackPeriodInDays"] = query.Lookback,
            ["SavingsPlansPurchaseRecommendationDetails"] = new JsonArray([.. page.Select(offer => offer.Detail(
                query, visible.Currency, call.AccountId, Recommended.Id(id, offer.Account ?? "")))]),
            ["SavingsPlansPurchaseRecommendationSummary"] = SavingsPlansOffer.Summary(offers, visible.Currency),
        };
        var answer = new JsonObject
        {
            ["Metadata"] = Recommended.Metadata(call.Today, id),
            ["SavingsPlansPurchaseRecommendation"] = recommendation,
        };
        if (token is not null)
            answer["NextPageToken"] = token;
        return answer;
    }

    private static List<SavingsPlansOffer> Offers(
        RecommendationQuery query, SavingsPlanKind kind, VisibleCommitments visible)
    {
        var days = query.Span(visible.Today).Periods(monthly: false)
            .Select(day => visible.Charges(day)
                .Where(charge => charge.RecordType == RecordTypes.Usage && kind.Covers(charge.Service)).ToList())
            .ToList();
        var accounts = query.AccountScope == "PAYER" ? [null] : visible.Accounts.Cast<string?>();
        return
        [
            .. accounts.Select(account => new SavingsPlansOffer(account, [.. days.Select(day => day
                    .Where(charge => account is null || charge.LinkedAccount == account)
                    .Sum(charge => charge.UnblendedCost))]))
                .Where(offer => offer.IsWorthIt),
        ];
    }
}
