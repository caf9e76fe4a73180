using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>The operations of the simulated Cost Explorer.</summary>
public static class CostExplorerOperations
{
    /// <param name="seed">Decides where pages end, and marks page tokens as this simulator's own.</param>
    public static IReadOnlyList<IJsonOperation> Create(AwsWorld world, int seed, CostExplorerOptions? options = null)
    {
        options ??= new CostExplorerOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.GroupsPerPage, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ValuesPerPage, 1);
        var tokens = new PageTokens(seed);
        return
        [
            new GetCostAndUsage(world, tokens, options),
            new GetDimensionValues(world, tokens, options),
        ];
    }
}
