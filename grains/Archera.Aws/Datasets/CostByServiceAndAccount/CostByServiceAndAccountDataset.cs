using Archera.Aws.Costs;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Datasets.CostByServiceAndAccount;

/// <summary>Daily cost by service and linked account.</summary>
public sealed class CostByServiceAndAccountDataset(IOptions<CostReadOptions> options) : CostDataset(options)
{
    public override DatasetName Name { get; } = DatasetName.Parse("CostByServiceAndAccount");

    public override IReadOnlyList<CostDimension> Dimensions { get; } =
        [CostDimension.Service, CostDimension.LinkedAccount];
}
