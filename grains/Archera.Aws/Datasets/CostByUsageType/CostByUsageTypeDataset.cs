using Archera.Aws.Costs;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Datasets.CostByUsageType;

/// <summary>
/// Daily cost by usage type and service. Cost Explorer groups by two dimensions: linked accounts in place of services
/// would take as many times more pages, at $0.01 each, as an organization has accounts. So the rows do not tell whose
/// they are, and an account connected alone is not read for it: what is its own could not be told from a payer's.
/// </summary>
public sealed class CostByUsageTypeDataset(IOptions<CostReadOptions> options) : CostDataset(options)
{
    public override DatasetName Name { get; } = DatasetName.Parse("CostByUsageType");

    public override DatasetPlace Place => DatasetPlace.Payer;

    public override IReadOnlyList<CostDimension> Dimensions { get; } =
        [CostDimension.UsageType, CostDimension.Service];
}
