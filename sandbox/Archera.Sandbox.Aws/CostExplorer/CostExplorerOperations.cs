using Archera.Sandbox.Aws.CostExplorer.Commitments;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>The operations of the simulated Cost Explorer.</summary>
public static class CostExplorerOperations
{
    /// <param name="seed">Decides where pages end, and marks page tokens as this simulator's own.</param>
    /// <param name="grouped">How grouped answers differ from the bill; not at all when it is left out.</param>
    public static IReadOnlyList<IJsonOperation> Create(
        AwsWorld world, int seed, CostExplorerOptions? options = null, GroupedAnswers? grouped = null)
    {
        options ??= new CostExplorerOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.GroupsPerPage, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ValuesPerPage, 1);
        var tokens = new PageTokens(seed);
        return
        [
            new GetCostAndUsage(world, tokens, options, grouped ?? new GroupedAnswers()),
            new GetDimensionValues(world, tokens, options),
            new GetSavingsPlansCoverage(world, tokens),
            new GetSavingsPlansUtilization(world),
            new GetSavingsPlansUtilizationDetails(world, tokens),
            new GetSavingsPlansPurchaseRecommendation(world, tokens),
            new GetReservationCoverage(world, tokens),
            new GetReservationUtilization(world, tokens),
            new GetReservationPurchaseRecommendation(world, tokens),
        ];
    }
}
