using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;

namespace Archera.Grains.Tenants;

/// <summary>
/// Which figures are wrong where a linked account's own view of its costs is all there is, and why. The list is always
/// whole; each entry says whether the answer at hand holds such figures.
/// </summary>
public static class CaveatRule
{
    private const string Coverage =
        "Commitments are shared across the organization: this account's usage may be covered by what others bought, "
        + "and its own commitments may cover usage elsewhere. Its own view shows one side only.";

    private const string Savings =
        "What a shared commitment saves shows where the usage is, what it costs shows where it was bought. From one "
        + "linked account the two can't be set against each other.";

    private const string NetSpend =
        "Negotiated discounts are the payer's, who decides whether its linked accounts see them: net costs here may "
        + "leave them out.";

    private const string SharedDiscounts =
        "The organization shares commitments and volume rates between its accounts: amounts here hold shares of "
        + "discounts that others pay for, or lack fees for what others use.";

    private const string Credits =
        "Credits are shared across the organization, and the payer decides whether its linked accounts see credits "
        + "and refunds: those here may be another's, or be missing.";

    /// <summary>
    /// All figures of an account connected alone, in their order; none for a payer, and none where the question leaves
    /// the linked account out.
    /// </summary>
    public static ImmutableArray<CostCaveat> Of(CostQuery query, PayerAccountKey account, ConnectionMode mode)
    {
        if (mode == ConnectionMode.Payer || !Keeps(query, CostDimension.LinkedAccount, account.AccountId.Value))
            return [];
        var isNet = query.Metric is CostMetric.NetUnblendedCost or CostMetric.NetAmortizedCost;
        var isAmortized = query.Metric is CostMetric.AmortizedCost or CostMetric.NetAmortizedCost;
        var tellsRecordTypes = query.GroupBy.Contains(CostDimension.RecordType)
            || query.Filters.Any(filter => filter.Dimension == CostDimension.RecordType);
        return
        [
            Caveat(CaveatFigure.Coverage, tellsRecordTypes, Coverage),
            Caveat(CaveatFigure.Savings, tellsRecordTypes || isAmortized, Savings),
            Caveat(CaveatFigure.NetSpend, isNet, NetSpend),
            Caveat(CaveatFigure.SharedDiscounts, true, SharedDiscounts),
            Caveat(CaveatFigure.Credits, HoldsCredits(query), Credits),
        ];

        CostCaveat Caveat(CaveatFigure figure, bool isInAnswer, string reason) =>
            new(account.ToString(), figure, isInAnswer, reason);
    }

    private static bool HoldsCredits(CostQuery query) =>
        Keeps(query, CostDimension.RecordType, "Credit") || Keeps(query, CostDimension.RecordType, "Refund");

    private static bool Keeps(CostQuery query, CostDimension dimension, string value) =>
        query.Filters.All(filter => filter.Dimension != dimension || filter.Values.Contains(value));
}
