namespace Archera.Sandbox.PublicApi;

internal sealed record CostsAnswer(
    IReadOnlyList<AmountAnswer> Totals, IReadOnlyList<CostRowAnswer> Rows, CompletenessAnswer Completeness);
