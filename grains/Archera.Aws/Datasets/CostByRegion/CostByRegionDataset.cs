using Archera.Aws.Costs;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Datasets.CostByRegion;

/// <summary>Daily cost by Region and linked account.</summary>
public sealed class CostByRegionDataset(IOptions<CostReadOptions> options) : CostDataset(options)
{
    public override DatasetName Name { get; } = DatasetName.Parse("CostByRegion");

    public override IReadOnlyList<CostDimension> Dimensions { get; } =
        [CostDimension.Region, CostDimension.LinkedAccount];
}
