using Archera.Sandbox.Aws.Truth;

namespace Archera.Sandbox.Comparison;

/// <summary>A cost dataset: how the API is asked for its cells, and how the truth is grouped into the same.</summary>
internal sealed record ComparedDataset(string GroupBy, IReadOnlyList<TruthGrouping> Truth)
{
    internal static readonly IReadOnlyList<ComparedDataset> All =
    [
        new("Service,LinkedAccount", [TruthGrouping.Service, TruthGrouping.LinkedAccount]),
        new("RecordType,LinkedAccount", [TruthGrouping.RecordType, TruthGrouping.LinkedAccount]),
        new("Region,LinkedAccount", [TruthGrouping.Region, TruthGrouping.LinkedAccount]),
        new("UsageType,Service", [TruthGrouping.UsageType, TruthGrouping.Service]),
    ];
}
