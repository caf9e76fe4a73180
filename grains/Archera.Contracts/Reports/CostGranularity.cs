namespace Archera.Contracts.Reports;

[GenerateSerializer, Alias("archera.CostGranularity")]
public enum CostGranularity
{
    Daily,
    Monthly,
}
