using Archera.Aws.Costs;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Datasets.CostByRecordType;

/// <summary>Daily cost by record type (usage, tax, credit, refund, fees) and linked account.</summary>
public sealed class CostByRecordTypeDataset(IOptions<CostReadOptions> options) : CostDataset(options)
{
    public override DatasetName Name { get; } = DatasetName.Parse("CostByRecordType");

    public override IReadOnlyList<CostDimension> Dimensions { get; } =
        [CostDimension.RecordType, CostDimension.LinkedAccount];
}
