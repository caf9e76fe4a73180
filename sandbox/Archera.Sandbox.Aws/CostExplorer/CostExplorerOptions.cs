namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>How the simulated Cost Explorer cuts its answers; AWS publishes no page sizes.</summary>
public sealed record CostExplorerOptions
{
    /// <summary>The most groups of a page of GetCostAndUsage. Pages vary between half of it and all of it.</summary>
    public int GroupsPerPage { get; init; } = 2_000;

    /// <summary>The most values of a page of GetDimensionValues.</summary>
    public int ValuesPerPage { get; init; } = 1_000;
}
