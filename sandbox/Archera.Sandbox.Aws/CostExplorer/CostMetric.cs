namespace Archera.Sandbox.Aws.CostExplorer;

internal enum CostMetric
{
    UnblendedCost,
    AmortizedCost,
    NetUnblendedCost,
    NetAmortizedCost,
}
