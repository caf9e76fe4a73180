namespace Archera.Contracts.Reports;

/// <summary>The cost metrics, as Cost Explorer defines them.</summary>
[GenerateSerializer, Alias("archera.CostMetric")]
public enum CostMetric
{
    UnblendedCost,
    AmortizedCost,
    NetUnblendedCost,
    NetAmortizedCost,
}
