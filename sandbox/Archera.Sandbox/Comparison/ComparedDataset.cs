using Archera.Sandbox.Aws.Truth;

namespace Archera.Sandbox.Comparison;

/// <summary>
/// A cost dataset: its name, how the API is asked for its cells, and how the truth is grouped into the same.
/// </summary>
internal sealed record ComparedDataset(string Name, string GroupBy, IReadOnlyList<TruthGrouping> Truth)
{
    internal static readonly IReadOnlyList<ComparedDataset> All =
    [
        new("CostByServiceAndAccount", "Service,LinkedAccount", [TruthGrouping.Service, TruthGrouping.LinkedAccount]),
        new("CostByRecordType", "RecordType,LinkedAccount", [TruthGrouping.RecordType, TruthGrouping.LinkedAccount]),
        new("CostByRegion", "Region,LinkedAccount", [TruthGrouping.Region, TruthGrouping.LinkedAccount]),
        new("CostByUsageType", "UsageType,Service", [TruthGrouping.UsageType, TruthGrouping.Service]),
    ];
}
