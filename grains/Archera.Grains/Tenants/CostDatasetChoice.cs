using System.Collections.Immutable;
using Archera.Aws.Datasets;
using Archera.Contracts;
using Archera.Contracts.Reports;

namespace Archera.Grains.Tenants;

/// <summary>Which dataset answers a question: the first that holds every dimension it groups or filters by.</summary>
public static class CostDatasetChoice
{
    public static Answer<IDataset> Choose(IEnumerable<IDataset> datasets, CostQuery query)
    {
        var costs = datasets
            .Where(dataset => dataset.Dimensions.Count > 0)
            .OrderByDescending(dataset => dataset.Dimensions.Contains(CostDimension.Service))
            .ThenBy(dataset => dataset.Name.Value, StringComparer.Ordinal)
            .ToArray();
        var asked = query.GroupBy
            .Concat(query.Filters.Select(filter => filter.Dimension))
            .Where(dimension => dimension != CostDimension.PayerAccount)
            .Distinct()
            .ToArray();
        var chosen = Array.Find(costs, dataset => asked.All(dataset.Dimensions.Contains));
        return chosen is null ? Refuse(costs, asked) : new Answer<IDataset> { Value = chosen };
    }

    private static Refusal Refuse(IEnumerable<IDataset> costs, IEnumerable<CostDimension> asked)
    {
        var working = costs.Select(dataset => string.Join(", ", dataset.Dimensions) + ", PayerAccount");
        return new Refusal(
            RefusalCodes.UnsupportedGrouping,
            $"No dataset holds {string.Join(" and ", asked)} together. Group and filter within one of: "
            + string.Join("; ", working) + ".",
            "groupBy");
    }
}
