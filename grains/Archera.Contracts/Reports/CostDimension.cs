namespace Archera.Contracts.Reports;

[GenerateSerializer, Alias("archera.CostDimension")]
public enum CostDimension
{
    Service,
    LinkedAccount,
    PayerAccount,
    RecordType,
    Region,
    UsageType,
}
